package fr.acquis.identity.api;

import fr.acquis.identity.TokenId;
import fr.acquis.identity.store.AnsweredRequests;
import fr.acquis.identity.store.AnsweredRequests.Answer;
import fr.acquis.identity.store.AnsweredRequests.Request;
import fr.acquis.platform.api.Problems;
import fr.acquis.shared.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST sent again under the same {@code Idempotency-Key} gets the first answer, word for word. Only what succeeded is
 * kept: a refusal changed nothing and may be tried again. A key whose request was cut short by a stop of the product is
 * free after a while; the verbs behind refuse by themselves what was done already.
 */
class RepeatFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration CUT_SHORT = Duration.ofMinutes(5);

    private final AnsweredRequests requests;
    private final Problems problems;
    private final Clock clock;

    RepeatFilter(AnsweredRequests requests, Problems problems, Clock clock) {
        this.requests = requests;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (key == null
                || !request.getMethod().equals("POST")
                || caller == null
                || !(caller.getPrincipal() instanceof TokenPrincipal principal)) {
            chain.doFilter(request, response);
            return;
        }
        if (!FORM.matcher(key).matches()) {
            problems.write(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "api.bad-key");
            return;
        }
        Sha256 fingerprint = fingerprint(request);
        if (requests.begin(principal.token(), key, fingerprint, clock.instant())) {
            answer(principal.token(), key, request, response, chain);
            return;
        }
        Request before = requests.find(principal.token(), key).orElse(null);
        if (before == null || before.answer() == null && !takenOver(principal.token(), key, before)) {
            problems.write(request, response, HttpStatus.CONFLICT, "api.key-in-use");
        } else if (!before.fingerprint().equals(fingerprint)) {
            problems.write(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "api.key-of-another");
        } else if (before.answer() == null) {
            answer(principal.token(), key, request, response, chain);
        } else {
            replay(before.answer(), response);
        }
    }

    private boolean takenOver(TokenId token, String key, Request before) {
        Instant now = clock.instant();
        return before.begunAt().isBefore(now.minus(CUT_SHORT))
                && requests.beginAgain(token, key, before.begunAt(), now);
    }

    private void answer(
            TokenId token, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, held);
            done = held.getStatus() >= 200 && held.getStatus() < 300;
            if (done) {
                requests.answered(
                        token,
                        key,
                        new Answer(
                                held.getStatus(),
                                held.getHeader(HttpHeaders.LOCATION),
                                held.getContentType(),
                                new String(held.getContentAsByteArray(), StandardCharsets.UTF_8)));
            }
        } finally {
            if (!done) {
                requests.forget(token, key);
            }
        }
        held.copyBodyToResponse();
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** A file's bytes are not held: its length stands for them. */
    private static Sha256 fingerprint(HttpServletRequest request) {
        MessageDigest digest = Sha256.digest();
        digest.update(
                (request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
        if (request instanceof HeldBody held) {
            digest.update(held.body());
        } else {
            digest.update(Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.of(digest);
    }
}
