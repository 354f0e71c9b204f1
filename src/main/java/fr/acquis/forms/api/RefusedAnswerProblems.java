package fr.acquis.forms.api;

import fr.acquis.forms.RefusedAnswer;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.FieldProblem;
import fr.acquis.platform.api.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a room says of one field, wherever the API takes an answer: with a pointer to that field. */
@RestControllerAdvice(annotations = ApiController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedAnswerProblems {

    private final Problems problems;

    RefusedAnswerProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedAnswer refused, Locale locale) {
        String said = problems.words(refused.key(), refused.arguments(), locale);
        return problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "api.invalid",
                new Object[0],
                List.of(FieldProblem.inBody(refused.field(), said)),
                Map.of(),
                locale);
    }
}
