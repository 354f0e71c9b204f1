package fr.acquis.shell.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.WebUtils;

/** How a reader wants pages shown. Kept in cookies, because it holds for the device and before login too. */
@Controller
class Preferences {

    static final String LANGUAGE_COOKIE = "acquis-lang";
    static final String THEME_COOKIE = "acquis-theme";
    static final String KEYS_COOKIE = "acquis-keys";

    static final List<String> LANGUAGES = List.of("fr", "en");
    static final List<String> THEMES = List.of("auto", "light", "dark");
    static final List<String> KEYS = List.of("on", "off");

    static @Nullable String theme(HttpServletRequest request) {
        return chosen(request, THEME_COOKIE, List.of("light", "dark"));
    }

    static @Nullable String keys(HttpServletRequest request) {
        return chosen(request, KEYS_COOKIE, List.of("off"));
    }

    @PostMapping("/preferences")
    RedirectView choose(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String keys,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(LANGUAGE_COOKIE, language, LANGUAGES, request, response);
        keep(THEME_COOKIE, theme, THEMES, request, response);
        keep(KEYS_COOKIE, keys, KEYS, request, response);
        RedirectView next = new RedirectView(Address.ours(back) ? back : "/", true);
        next.setStatusCode(HttpStatus.SEE_OTHER);
        next.setExpandUriTemplateVariables(false);
        return next;
    }

    private static void keep(
            String cookie,
            @Nullable String value,
            List<String> allowed,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (value == null) {
            return;
        }
        if (!allowed.contains(value)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        ResponseCookie kept = ResponseCookie.from(cookie, value)
                .path(request.getContextPath() + "/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
    }

    private static @Nullable String chosen(HttpServletRequest request, String name, List<String> allowed) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie != null && allowed.contains(cookie.getValue()) ? cookie.getValue() : null;
    }
}
