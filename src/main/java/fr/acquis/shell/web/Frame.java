package fr.acquis.shell.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.shell.SearchBox;
import fr.acquis.shell.WorkUnderWay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page that is rendered the frame it stands in, as {@code shell}; answers without a page cost nothing. */
@Component
class Frame implements HandlerInterceptor {

    private final CurrentPerson current;
    /** Asked for once every room stands: the rooms behind the entries may themselves need what serves pages. */
    private final SingletonSupplier<List<NavigationEntry>> entries;

    private final ObjectProvider<SearchBox> search;
    private final ObjectProvider<WorkUnderWay> work;

    Frame(
            CurrentPerson current,
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<SearchBox> search,
            ObjectProvider<WorkUnderWay> work) {
        this.current = current;
        this.entries = SingletonSupplier.of(() -> entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList());
        this.search = search;
        this.work = work;
    }

    List<NavigationEntry> entries() {
        return entries.obtain();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !page.hasView() || redirects(page)) {
            return;
        }
        page.addObject("shell", view(request));
        work.stream()
                .flatMap(one -> one.now().stream())
                .findFirst()
                .ifPresent(progress -> page.addObject("workUnderWay", progress));
    }

    private ShellView view(HttpServletRequest request) {
        return new ShellView(
                current.find().orElse(null),
                Address.of(request),
                LocaleContextHolder.getLocale().getLanguage(),
                Preferences.theme(request),
                Preferences.keys(request),
                entries(),
                search.getIfAvailable());
    }

    private static boolean redirects(ModelAndView page) {
        return page.getViewName() == null
                || page.getViewName().startsWith("redirect:")
                || page.getViewName().startsWith("forward:");
    }
}
