package fr.acquis.shell.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether the session still stands, with the token its forms need. A page whose session ended asks it after the person
 * logged in again in another tab, and goes on without losing what was typed.
 */
@RestController
class SessionPage {

    @GetMapping("/session")
    ResponseEntity<Token> session(CsrfToken token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Token(token.getToken()));
    }

    record Token(String csrf) {}
}
