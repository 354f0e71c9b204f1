package fr.acquis.identity.web;

import fr.acquis.identity.AccessTable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A page that does not exist is "not found" for a signed-in person, not "forbidden": only lines of the table are pages. A
 * form without a valid token is one that outlived its session: 419, as many do, so that the page can say so.
 */
class Refusal implements AccessDeniedHandler {

    private static final int SESSION_OVER = 419;

    private final List<PathPattern> pages;

    Refusal(AccessTable table) {
        this.pages = table.rules().stream()
                .map(rule -> PathPatternParser.defaultInstance.parse(rule.pattern()))
                .toList();
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            outlived(request, response);
            return;
        }
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        boolean known = request.getRequestURI().equals("/logout")
                || request.getRequestURI().equals("/login")
                || pages.stream().anyMatch(page -> page.matches(path));
        response.sendError(known ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }

    private static void outlived(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getRequestURI().substring(request.getContextPath().length())) {
            case "/login" -> response.sendRedirect(request.getContextPath() + "/login?error=expired");
            case "/logout" -> response.sendRedirect(request.getContextPath() + "/login");
            default -> response.sendError(SESSION_OVER);
        }
    }
}
