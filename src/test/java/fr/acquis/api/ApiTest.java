package fr.acquis.api;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tests of the API begin with: people and their programs. */
@AcquisTest
@Tag("api")
abstract class ApiTest {

    @LocalServerPort
    int port;

    @Autowired
    ActingAs as;

    @Autowired
    Tokens tokens;

    Program of(SignedIn person) {
        return Program.at(port, issued(person, false).secret());
    }

    Tokens.Issued issued(SignedIn person, boolean readOnly) {
        return as.call(person, () -> tokens.issue("Un test", Duration.ofDays(1), readOnly));
    }

    Program nobody() {
        return Program.at(port, null);
    }
}
