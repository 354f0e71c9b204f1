package fr.acquis.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problem documents: {@code type} and {@code code} name the rule for programs and never change with the language,
 * {@code title} and {@code detail} say it to people.
 */
@Component
public class Problems {

    private static final String TYPE = "urn:acquis:problem:";

    private final MessageSource messages;
    private final JsonMapper json;

    Problems(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public ProblemDetail of(HttpStatus status, String key, Object[] arguments, Locale locale) {
        return of(status, key, arguments, List.of(), Map.of(), locale);
    }

    public ProblemDetail of(
            HttpStatus status,
            String key,
            Object[] arguments,
            List<FieldProblem> errors,
            Map<String, Object> facts,
            Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(key, arguments, locale));
        problem.setType(URI.create(TYPE + key));
        problem.setTitle(messages.getMessage("api.title." + status.value(), null, status.getReasonPhrase(), locale));
        problem.setProperty("code", key);
        facts.forEach(problem::setProperty);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    /** For what stands before the controllers: nobody known, not allowed, no such address. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        ProblemDetail problem = of(status, key, new Object[0], ApiLanguage.of(request));
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    public String words(String key, Object[] arguments, Locale locale) {
        return messages.getMessage(key, arguments, locale);
    }
}
