package fr.acquis.shell.web;

import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shell.Flash;
import fr.acquis.shell.Tone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * An expected "no" on a page: the reader goes back to where they came from and reads why; what is unknown or forbidden has
 * its own page.
 */
@ControllerAdvice(annotations = Controller.class)
class Refusals {

    @ExceptionHandler(BusinessRefusal.class)
    ModelAndView refused(BusinessRefusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return switch (refusal.kind()) {
            case NOT_FOUND -> error(response, HttpServletResponse.SC_NOT_FOUND);
            case FORBIDDEN -> error(response, HttpServletResponse.SC_FORBIDDEN);
            case CONFLICT, INVALID -> back(refusal, request);
        };
    }

    private static ModelAndView error(HttpServletResponse response, int status) throws IOException {
        response.sendError(status);
        return new ModelAndView();
    }

    private static ModelAndView back(BusinessRefusal refusal, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request)
                .put(
                        "flash",
                        new Flash(
                                Tone.BAD,
                                refusal.key(),
                                Arrays.stream(refusal.arguments())
                                        .map(argument -> argument instanceof Serializable value
                                                ? value
                                                : String.valueOf(argument))
                                        .toList()));
        return new ModelAndView("redirect:" + origin(request));
    }

    /** The page the form stood on, when it is ours. */
    private static String origin(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return "/";
        }
        URI page = URI.create(referer);
        return request.getServerName().equals(page.getHost()) ? page.getRawPath() : "/";
    }
}
