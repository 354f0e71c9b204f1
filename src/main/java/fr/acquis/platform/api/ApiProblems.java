package fr.acquis.platform.api;

import fr.acquis.shared.BusinessRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Everything the API refuses, and its faults, as problem documents. Nothing was changed when one is answered. */
@RestControllerAdvice(annotations = ApiController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 5) // after what a room says of its own exceptions
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final Problems problems;

    ApiProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BusinessRefusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
        return answer(problems.of(status, refusal.key(), refusal.arguments(), locale()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiRefusal refusal) {
        return answer(problems.of(
                refusal.status(), refusal.key(), refusal.arguments(), refusal.errors(), refusal.facts(), locale()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(ConcurrencyFailureException lostEveryTry) {
        log.warn("the API gave up after several tries: {}", lostEveryTry.getMessage());
        ProblemDetail problem = problems.of(HttpStatus.SERVICE_UNAVAILABLE, "api.busy", new Object[0], locale());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAnUpload(MultipartException unreadable) {
        return answer(problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "api.refused.415", new Object[0], locale()));
    }

    /** A fault of ours, with a code that is in the log; what security throws is security's to answer. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(RuntimeException fault) {
        if (fault instanceof AuthenticationException || fault instanceof AccessDeniedException) {
            throw fault;
        }
        String code = Long.toString(ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36 * 36), 36);
        log.error("API fault {}", code, fault);
        return answer(problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "api.fault",
                new Object[] {code},
                List.of(),
                Map.of("fault", code),
                locale()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (!(unreadable.getCause() instanceof DatabindException misfit)
                || misfit.getPath().isEmpty()) {
            return said(problems.of(HttpStatus.BAD_REQUEST, "api.unreadable", new Object[0], locale()));
        }
        StringBuilder pointer = new StringBuilder("#");
        for (JacksonException.Reference step : misfit.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return invalid(List.of(new FieldProblem(pointer.toString(), say("api.unreadable-value"))));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = new ArrayList<>();
        for (ObjectError error : wrong.getBindingResult().getAllErrors()) {
            errors.add(
                    error instanceof FieldError field
                            ? FieldProblem.inBody(field.getField(), error.getDefaultMessage())
                            : new FieldProblem("#", error.getDefaultMessage()));
        }
        return invalid(errors);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = new ArrayList<>();
        wrong.getParameterValidationResults().forEach(result -> {
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                errors.add(
                        error instanceof FieldError field
                                ? FieldProblem.inBody(field.getField(), error.getDefaultMessage())
                                : new FieldProblem(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        error.getDefaultMessage()));
            }
        });
        return invalid(errors);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException absent,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(List.of(new FieldProblem(absent.getParameterName(), say("api.required"))));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException absent, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(List.of(new FieldProblem(absent.getRequestPartName(), say("api.required"))));
    }

    /** An id that cannot be one is unknown like any other; any other value is merely wrong. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (wrong instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return said(problems.of(HttpStatus.NOT_FOUND, "api.unknown", new Object[0], locale()));
        }
        String name = wrong instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(wrong.getPropertyName());
        return invalid(List.of(new FieldProblem(name, say("api.unreadable-value"))));
    }

    /** What Spring MVC refuses besides: method, media type, size. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String key = "api.refused." + known.value();
        ProblemDetail problem =
                problems.of(known, known.is5xxServerError() ? "api.fault-plain" : key, new Object[0], locale());
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    private ResponseEntity<Object> invalid(List<FieldProblem> errors) {
        return said(problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "api.invalid", new Object[0], errors, Map.of(), locale()));
    }

    private static ResponseEntity<Object> said(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private String say(String key) {
        return problems.words(key, new Object[0], locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
