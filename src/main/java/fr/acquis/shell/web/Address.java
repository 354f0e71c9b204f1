package fr.acquis.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where the reader is, as it can be come back to.
 *
 * @param failed whether this is an error page: what it shows must not lean on anything that may be broken
 */
record Address(String path, @Nullable String query, boolean failed) {

    static Address of(HttpServletRequest request) {
        String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            String query = (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
            return new Address(inside(request, failed), request.getMethod().equals("GET") ? query : null, true);
        }
        return new Address(inside(request, request.getRequestURI()), request.getQueryString(), false);
    }

    private static String inside(HttpServletRequest request, String path) {
        return path.substring(request.getContextPath().length());
    }

    /** Whether an address that came in with a form leads to a page of ours and nowhere else. */
    static boolean ours(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(letter -> letter == '\\' || Character.isISOControl(letter));
    }

    String written() {
        return query == null ? path : path + "?" + query;
    }
}
