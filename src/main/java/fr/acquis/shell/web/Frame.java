package fr.acquis.shell.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.shell.SearchBox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page that is rendered the frame it stands in, as {@code shell}; answers without a page cost nothing. */
@Component
class Frame implements HandlerInterceptor {

    private final CurrentPerson current;
    private final List<NavigationEntry> entries;
    private final ObjectProvider<SearchBox> search;

    Frame(CurrentPerson current, ObjectProvider<NavigationEntry> entries, ObjectProvider<SearchBox> search) {
        this.current = current;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.search = search;
    }

    List<NavigationEntry> entries() {
        return entries;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !page.hasView() || redirects(page)) {
            return;
        }
        page.addObject("shell", view(request));
    }

    private ShellView view(HttpServletRequest request) {
        return new ShellView(
                current.find().orElse(null),
                Address.of(request),
                LocaleContextHolder.getLocale().getLanguage(),
                Preferences.theme(request),
                Preferences.keys(request),
                entries,
                search.getIfAvailable());
    }

    private static boolean redirects(ModelAndView page) {
        return page.getViewName() == null
                || page.getViewName().startsWith("redirect:")
                || page.getViewName().startsWith("forward:");
    }
}
