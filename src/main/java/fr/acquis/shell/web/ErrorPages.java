package fr.acquis.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says what happened, what is kept and what to do, with a code that is in the log. Leans on nothing that may be broken:
 * no database, no counter.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    /** 419 is not registered anywhere, but widely used for a form whose session is over. */
    private static final Set<Integer> TOLD_APART = Set.of(400, 401, 403, 404, 405, 409, 413, 419, 429, 500, 503);

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        int status = status(request);
        String code = code(request, status);
        ModelAndView page = new ModelAndView("shell/error", HttpStatusCode.valueOf(status));
        page.addObject("key", "shell.error." + told(status));
        page.addObject("code", code);
        page.addObject("login", status == 401 || status == 419);
        return page;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        int status = status(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setProperty("code", code(request, status));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static int told(int status) {
        if (TOLD_APART.contains(status)) {
            return status;
        }
        return status < 500 ? 400 : 500;
    }

    /** Somebody who opens /error by hand looks for a page that does not exist. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }

    private static String code(HttpServletRequest request, int status) {
        StringBuilder code = new StringBuilder().append(status).append('-');
        RANDOM.ints(6, 0, LETTERS.length()).forEach(letter -> code.append(LETTERS.charAt(letter)));
        if (status >= 500) {
            log.error("{} shown for {}", code, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        }
        return code.toString();
    }
}
