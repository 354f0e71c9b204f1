package fr.acquis.identity.api;

import fr.acquis.identity.AccessTable;
import fr.acquis.platform.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Nobody known, not allowed, no such address, not that method: told apart, each as a problem document. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String CHALLENGE = "Bearer realm=\"acquis\"";
    private static final String QUARTER_OF_AN_HOUR = "900";

    private final Problems problems;
    private final List<Address> addresses;

    ApiRefusals(Problems problems, AccessTable table) {
        this.problems = problems;
        this.addresses = table.rules().stream()
                .map(rule -> new Address(rule.method(), PathPatternParser.defaultInstance.parse(rule.pattern())))
                .toList();
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobodyKnown)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        problems.write(request, response, HttpStatus.UNAUTHORIZED, "api.no-token");
    }

    void wrongToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
        problems.write(request, response, HttpStatus.UNAUTHORIZED, "api.wrong-token");
    }

    void tooManyTokens(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, QUARTER_OF_AN_HOUR);
        problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "api.too-many-tokens");
    }

    void readsOnly(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\"");
        problems.write(request, response, HttpStatus.FORBIDDEN, "api.read-only");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        PathContainer path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        List<Address> here = addresses.stream()
                .filter(address -> address.pattern().matches(path))
                .toList();
        if (here.isEmpty()) {
            problems.write(request, response, HttpStatus.NOT_FOUND, "api.no-address");
        } else if (here.stream().noneMatch(address -> address.method().matches(request.getMethod()))) {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    here.stream().map(address -> address.method().name()).collect(Collectors.joining(", ")));
            problems.write(request, response, HttpStatus.METHOD_NOT_ALLOWED, "api.refused.405");
        } else {
            problems.write(request, response, HttpStatus.FORBIDDEN, "api.refused.403");
        }
    }

    private record Address(HttpMethod method, PathPattern pattern) {}
}
