package fr.acquis.evidence;

import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.visit.Visitor;
import fr.acquis.visit.Visitor.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody new with a journey, signed in over HTTP, who sends files as the page's script does. */
record SendingCandidate(Visitor visitor, JourneyId journey) {

    private static final int PART = 8 << 20;
    private static final long SLICE = 64 << 20;

    static SendingCandidate at(int port, ApplicationContext application) throws IOException {
        String email = "candidat-" + UUID.randomUUID() + "@acquis.example";
        People people = application.getBean(People.class);
        PersonId id = application.getBean(TransactionTemplate.class).execute(status -> {
            PersonId person = people.register(new People.NewPerson(email, "Camille", "Exemple", null, "demonstration"));
            people.grant(person, Role.CANDIDATE, null);
            return person;
        });
        JourneyId journey = new HandedIn(application)
                .begun(new SignedIn(id, "Camille Exemple", Set.of(Role.CANDIDATE), null, null));
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

    /**
     * A long file, slice by slice as large as the script makes them on a quick line; what it holds is the same bytes again and
     * again behind a beginning of its own.
     */
    void sendLong(String name, long size) throws IOException {
        String place = visitor.beginUpload(
                        path(),
                        EvidenceKind.IDENTITY_DOCUMENT.name(),
                        name,
                        size,
                        UUID.randomUUID().toString())
                .location();
        byte[] part = MadeFile.pdf(PART);
        for (long at = 0; at < size; at += SLICE) {
            long length = Math.min(SLICE, size - at);
            Answer answer = visitor.uploadPart(place, at, slice(part, length));
            if (answer.status() != 204) {
                throw new IOException("a part was answered " + answer);
            }
        }
    }

    private static BodyPublisher slice(byte[] part, long length) {
        BodyPublisher[] parts = LongStream.iterate(0, from -> from < length, from -> from + PART)
                .mapToObj(from -> BodyPublishers.ofByteArray(part, 0, (int) Math.min(PART, length - from)))
                .toArray(BodyPublisher[]::new);
        return BodyPublishers.concat(parts);
    }
}
