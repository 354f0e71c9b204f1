package fr.acquis.exchange;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevServices;
import fr.acquis.devservices.MailServer;
import fr.acquis.devservices.ReceivedMail;
import fr.acquis.exchange.Exchanges.Shown;
import fr.acquis.exchange.store.ThreadRows;
import fr.acquis.exchange.work.TellReaders;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A filed case on which its candidate, an adviser and an agent of the body write. */
@Tag("casefile")
public abstract class ThreadedCase {

    @Autowired
    protected ActingAs as;

    @Autowired
    protected FiledCase filed;

    @Autowired
    protected Exchanges exchanges;

    @Autowired
    protected MessageWriting writing;

    @Autowired
    protected TellReaders tellReaders;

    @Autowired
    protected CaseMembers members;

    @Autowired
    protected People people;

    @Autowired
    protected JdbcClient database;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected Clock clock;

    protected final MailServer server = DevServices.shared().mail();
    protected SignedIn candidate;
    protected SignedIn agent;
    protected SignedIn adviser;
    protected JourneyId id;

    @BeforeEach
    void aCaseWithAnAdviser() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        adviser = as.another(Role.ADVISER);
        id = filed.filed(candidate, FiledCase.NUMBER, Set.of());
        transaction.executeWithoutResult(status -> members.add(id, adviser.id(), Role.ADVISER));
    }

    protected List<Message> thread(SignedIn reader) {
        return as.call(reader, () -> exchanges.page(id, Message.Kind.MESSAGE, null, 50))
                .messages();
    }

    protected List<String> texts(SignedIn reader, Message.Kind kind) {
        return as.call(reader, () -> exchanges.page(id, kind, null, 50)).messages().stream()
                .map(Message::text)
                .toList();
    }

    protected int unread(SignedIn reader) {
        return as.call(reader, () -> exchanges.unread(id)).getOrDefault(Message.Kind.MESSAGE, 0);
    }

    protected boolean awaiting(SignedIn reader) {
        return as.call(reader, () -> exchanges.awaitsSince(id)).isPresent()
                && as.call(reader, () -> exchanges.threads(Shown.AWAITING, null, 500)).stream()
                        .map(ThreadRows.Line::journey)
                        .anyMatch(id::equals);
    }

    protected List<ReceivedMail> mails(SignedIn person) {
        String address = address(person);
        return server.received().stream()
                .map(mail -> ReceivedMail.of(0, mail))
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    protected String address(SignedIn person) {
        return people.find(person.id()).orElseThrow().email();
    }

    protected static String words(ReceivedMail mail) {
        return mail.subject() + "\n" + mail.text() + "\n" + mail.html();
    }
}
