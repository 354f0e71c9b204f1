package fr.acquis.evidence;

import fr.acquis.certification.Certifications;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.visit.Visitor;
import fr.acquis.visit.Visitor.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody new with a journey, signed in over HTTP, who sends files as the page's script does. */
record SendingCandidate(Visitor visitor, JourneyId journey) {

    private static final int PART = 8 << 20;

    static SendingCandidate at(int port, ApplicationContext application) throws IOException {
        String email = "candidat-" + UUID.randomUUID() + "@acquis.example";
        People people = application.getBean(People.class);
        PersonId id = application.getBean(TransactionTemplate.class).execute(status -> {
            PersonId person = people.register(new People.NewPerson(email, "Camille", "Exemple", null, "demonstration"));
            people.grant(person, Role.CANDIDATE, null);
            return person;
        });
        JourneyId journey = application
                .getBean(ActingAs.class)
                .call(
                        new SignedIn(id, "Camille Exemple", Set.of(Role.CANDIDATE), null, null),
                        () -> application
                                .getBean(Journeys.class)
                                .begin(application
                                        .getBean(Certifications.class)
                                        .findByNumber("RNCP99901")
                                        .orElseThrow()
                                        .id()));
        Visitor visitor = new Visitor(URI.create("http://localhost:" + port), email);
        visitor.signIn();
        return new SendingCandidate(visitor, journey);
    }

    String path() {
        return "/journeys/" + journey + "/evidence";
    }

    /** An identity document: the machine does not read it, so that sending alone is looked at. */
    Answer send(String name, byte[] content) throws IOException {
        return visitor.upload(path(), EvidenceKind.IDENTITY_DOCUMENT.name(), name, content);
    }

    /** A long file, part by part; what it holds is the same bytes again and again behind a beginning of its own. */
    void sendLong(String name, long size) throws IOException {
        String place = visitor.beginUpload(path(), EvidenceKind.IDENTITY_DOCUMENT.name(), name, size)
                .location();
        byte[] part = MadeFile.pdf(PART);
        for (long at = 0; at < size; at += PART) {
            int length = (int) Math.min(PART, size - at);
            Answer answer = visitor.uploadPart(place, at, BodyPublishers.ofByteArray(part, 0, length));
            if (answer.status() != 204) {
                throw new IOException("a part was answered " + answer);
            }
        }
    }
}
