package fr.acquis.identity.api;

import fr.acquis.identity.Recognition;
import fr.acquis.identity.Tokens;
import fr.acquis.identity.web.Authorities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer}, for this request only. Without the header the chain goes on with nobody. */
class BearerFilter extends OncePerRequestFilter {

    static final String SCHEME = "Bearer ";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Tokens tokens;
    private final ApiRefusals refusals;

    BearerFilter(Tokens tokens, ApiRefusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        switch (recognise(header, request)) {
            case Recognition.Refused refused -> refusals.wrongToken(request, response);
            case Recognition.TooMany tooMany -> refusals.tooManyTokens(request, response);
            case Recognition.Known known -> {
                if (known.readOnly() && !READING.contains(request.getMethod())) {
                    refusals.readsOnly(request, response);
                    return;
                }
                signIn(known);
                chain.doFilter(request, response);
            }
        }
    }

    /** Another scheme is no token of ours, and no guess at one either. */
    private Recognition recognise(String header, HttpServletRequest request) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.recognise(header.substring(SCHEME.length()).strip(), request.getRemoteAddr())
                : new Recognition.Refused();
    }

    private static void signIn(Recognition.Known known) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new TokenPrincipal(known.token(), known.person()), null, Authorities.of(known.person())));
        SecurityContextHolder.setContext(context);
    }
}
