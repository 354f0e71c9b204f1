package fr.acquis.evidence.work;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.meaning.Classifier;
import fr.acquis.evidence.meaning.DocumentText;
import fr.acquis.evidence.meaning.FactFinder;
import fr.acquis.evidence.meaning.NameQuestion;
import fr.acquis.evidence.meaning.Proposal;
import fr.acquis.identity.People;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What a text means for the case it stands in. Nothing is decided here. */
@Service
public class Understanding {

    private static final Logger log = LoggerFactory.getLogger(Understanding.class);

    /** From this confidence on, the machine's idea of a document is followed where nobody has settled it. */
    private static final int LIKELY = 50;

    private static final Duration KNOWN = Duration.ofMinutes(1);

    private final Classifier classifier = new Classifier();
    private final People people;
    private final Clock clock;
    private final Map<PersonId, Named> named = new ConcurrentHashMap<>();

    Understanding(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    private record Named(Set<String> names, Instant until) {}

    /** @param proposals what the document seems to say, nothing for one that proves no experience */
    public record Understood(Classification found, List<Proposal> proposals) {

        /** Taken for an identity document: it is set apart and its text forgotten. */
        boolean identity() {
            return found.kind() == EvidenceKind.IDENTITY_DOCUMENT && found.confidence() >= LIKELY;
        }
    }

    /** Of a text that was read; a picture without text is a photograph. */
    public Understood of(String text, EvidenceKind said, boolean settled, PersonId candidate) {
        if (text.isBlank()) {
            return new Understood(Classifier.photograph(), List.of());
        }
        try {
            DocumentText document = DocumentText.of(text);
            Classification found = classifier.classify(document);
            EvidenceKind followed = settled || found.confidence() < LIKELY ? said : found.kind();
            return new Understood(found, proposals(document, followed, candidate));
        } catch (StackOverflowError | RuntimeException tooTangled) {
            log.warn("a text could not be understood: {}", tooTangled.toString());
            return new Understood(new Classification(EvidenceKind.OTHER, 0, List.of()), List.of());
        }
    }

    private List<Proposal> proposals(DocumentText document, EvidenceKind kind, PersonId candidate) {
        List<Proposal> proposals = new ArrayList<>(FactFinder.find(kind, document));
        if (proposals.stream().anyMatch(one -> one.kind() == FactKind.PERIOD)) {
            NameQuestion.of(document, names(candidate)).ifPresent(proposals::add);
        }
        return proposals;
    }

    /** Documents of a person come together: their names are asked for once a minute. */
    private Set<String> names(PersonId candidate) {
        Instant now = clock.instant();
        named.values().removeIf(known -> known.until().isBefore(now));
        return named.computeIfAbsent(candidate, person -> new Named(asked(person), now.plus(KNOWN)))
                .names();
    }

    private Set<String> asked(PersonId candidate) {
        return people.find(candidate).stream()
                .flatMap(person -> Stream.of(person.birthName(), person.useName() == null ? "" : person.useName()))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
    }
}
