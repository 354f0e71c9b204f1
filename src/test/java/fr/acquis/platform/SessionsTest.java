package fr.acquis.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.devservices.AcquisTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@AcquisTest
@Tag("journey")
class SessionsTest {

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Test
    void two_requests_may_set_the_same_attribute_first() {
        twoFirsts(sessions);
    }

    private static <S extends Session> void twoFirsts(SessionRepository<S> sessions) {
        S created = sessions.createSession();
        sessions.save(created);
        S one = sessions.findById(created.getId());
        S other = sessions.findById(created.getId());
        one.setAttribute("flash", "one");
        other.setAttribute("flash", "other");

        sessions.save(one);
        sessions.save(other);

        assertThat(sessions.findById(created.getId()).<String>getAttribute("flash"))
                .isEqualTo("other");
        sessions.deleteById(created.getId());
    }
}
