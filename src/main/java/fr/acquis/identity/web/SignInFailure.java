package fr.acquis.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says why without telling whether the account exists: wrong pair, too many tries, or a fault of ours. */
class SignInFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String reason = switch (failure) {
            case LockedException tooMany -> "throttled";
            case InternalAuthenticationServiceException fault -> "fault";
            default -> "refused";
        };
        response.sendRedirect(request.getContextPath() + "/login?error=" + reason);
    }
}
