package fr.acquis.shell.web;

import fr.acquis.shell.SearchBox;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Never a link to a page that does not exist: the start fails on a navigation entry that no page answers. */
@Component
class NavigationCheck implements SmartInitializingSingleton {

    private final Frame frame;
    private final ObjectProvider<SearchBox> search;
    private final RequestMappingHandlerMapping pages;

    NavigationCheck(
            Frame frame,
            ObjectProvider<SearchBox> search,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
        this.frame = frame;
        this.search = search;
        this.pages = pages;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Stream<String> addresses = Stream.concat(
                frame.entries().stream().map(entry -> entry.href()),
                search.stream().map(SearchBox::href));
        List<String> leadNowhere = addresses.filter(href -> !answered(href)).toList();
        if (!leadNowhere.isEmpty()) {
            throw new IllegalStateException("navigation leads to " + leadNowhere + ", which no page answers");
        }
    }

    private boolean answered(String href) {
        PathContainer path = PathContainer.parsePath(href);
        return pages.getHandlerMethods().keySet().stream()
                .anyMatch(mapping -> reads(mapping)
                        && mapping.getPathPatternsCondition() != null
                        && mapping.getPathPatternsCondition().getPatterns().stream()
                                .anyMatch(pattern -> pattern.matches(path)));
    }

    private static boolean reads(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }
}
