package fr.acquis.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A page is sent to the login; a part of a page is told, for the script to ask in place and nothing typed to be lost. */
class Doorway extends LoginUrlAuthenticationEntryPoint {

    Doorway() {
        super("/login");
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobodySignedIn)
            throws IOException, ServletException {
        if (request.getHeader("X-Requested-With") != null || request.getHeader("HX-Request") != null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        super.commence(request, response, nobodySignedIn);
    }
}
