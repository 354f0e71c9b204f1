package fr.acquis.livret2;

import fr.acquis.certification.SkillId;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.store.Livret2Rows;
import fr.acquis.livret2.store.Livret2Rows.AnswerRow;
import fr.acquis.livret2.store.Livret2Rows.LinkRow;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidate writes, field by field, and links proofs. */
@Service
@Transactional
public class Writing {

    public static final int LONGEST_ANSWER = 8_000;
    public static final int LONGEST_COMMENT = 500;

    /** "3", "2-5", "1, 4-6". */
    private static final Pattern PAGES =
            Pattern.compile("\\d{1,4}(\\s*[-–]\\s*\\d{1,4})?(\\s*[,;]\\s*\\d{1,4}(\\s*[-–]\\s*\\d{1,4})?){0,8}");

    private final Livret2Rows rows;
    private final Contents contents;
    private final Evidences evidences;
    private final Journeys journeys;
    private final CurrentPerson current;
    private final Clock clock;

    Writing(
            Livret2Rows rows,
            Contents contents,
            Evidences evidences,
            Journeys journeys,
            CurrentPerson current,
            Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.evidences = evidences;
        this.journeys = journeys;
        this.current = current;
        this.clock = clock;
    }

    /** Whether the signed-in person may change the livret now: its candidate, while it is in their hands. */
    @Transactional(readOnly = true)
    public boolean mayWrite(Journey journey) {
        return !journey.isOver()
                && current.find()
                        .filter(person -> person.id().equals(journey.candidate()))
                        .isPresent()
                && rows.all(journey.id()).stream()
                        .findFirst()
                        .filter(row -> row.state().writable())
                        .isPresent();
    }

    /** The fields of a skill as they are stored; one never written has version 0. */
    @Transactional(readOnly = true)
    public Map<Question, Field> fields(JourneyId id, SkillId skill) {
        Livret2Rows.Row row = mine(journeys.get(id));
        Map<Question, Field> stored = rows.answers(id, row.attempt()).stream()
                .filter(answer -> answer.skill().equals(skill))
                .collect(Collectors.toMap(
                        AnswerRow::question,
                        answer -> new Field(answer.text(), answer.version(), answer.savedAt()),
                        (first, second) -> second,
                        () -> new EnumMap<>(Question.class)));
        for (Question question : Question.values()) {
            stored.putIfAbsent(question, Field.BLANK);
        }
        return stored;
    }

    /**
     * Keeps one field.
     *
     * @param version the writer began from; when the field has moved on, nothing is changed and what stands is answered
     */
    public Saved save(JourneyId id, SkillId skill, Question question, String text, int version) {
        Livret2Rows.Row row = writable(journeys.get(id));
        requireSkill(id, row, skill);
        String said = text.replace("\r\n", "\n");
        if (said.length() > LONGEST_ANSWER) {
            throw new BusinessRefusal(Kind.INVALID, "livret2.refused.too-long", LONGEST_ANSWER);
        }
        AnswerRow stands = rows.answer(id, row.attempt(), skill, question)
                .orElse(new AnswerRow(skill, question, "", 0, row.openedAt()));
        if (stands.text().equals(said)) {
            return new Saved.Kept(stands.version(), stands.savedAt());
        }
        if (stands.version() != version) {
            return new Saved.Stale(new Field(stands.text(), stands.version(), stands.savedAt()));
        }
        Instant now = clock.instant();
        rows.save(id, row.attempt(), new AnswerRow(skill, question, said, version + 1, now));
        return new Saved.Kept(version + 1, now);
    }

    /**
     * Links a piece of the case to a skill, or changes where to look in it.
     *
     * @throws BusinessRefusal for an identity document, a piece of another case, or pages that are no pages
     */
    public void link(
            JourneyId id, SkillId skill, EvidenceId evidence, @Nullable String pages, @Nullable String comment) {
        Livret2Rows.Row row = writable(journeys.get(id));
        requireSkill(id, row, skill);
        Optional<Evidence> piece = evidences
                .find(evidence)
                .filter(found -> found.journey().equals(id) && found.opens())
                .filter(found -> !found.kind().identityDocument());
        if (piece.isEmpty()) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "livret2.refused.no-piece");
        }
        String where = blankToNull(pages);
        if (where != null && !PAGES.matcher(where).matches()) {
            throw new BusinessRefusal(Kind.INVALID, "livret2.refused.pages");
        }
        String said = blankToNull(comment);
        if (said != null && said.length() > LONGEST_COMMENT) {
            throw new BusinessRefusal(Kind.INVALID, "livret2.refused.too-long", LONGEST_COMMENT);
        }
        rows.link(id, row.attempt(), new LinkRow(skill, evidence, where, said), clock.instant());
    }

    public void unlink(JourneyId id, SkillId skill, EvidenceId evidence) {
        rows.unlink(id, writable(journeys.get(id)).attempt(), skill, evidence);
    }

    /** Pieces of the case that may be linked, the newest first. */
    @Transactional(readOnly = true)
    public List<Evidence> pieces(JourneyId id) {
        return evidences.list(id).reversed().stream()
                .filter(Evidence::opens)
                .filter(piece -> !piece.kind().identityDocument())
                .toList();
    }

    /** Lets the adviser read the livret, or takes it back. */
    public void share(JourneyId id, boolean shared) {
        Journey journey = journeys.get(id);
        Livret2Rows.Row row = mine(journey);
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "livret2.refused.not-the-candidate");
        }
        if (shared != (row.sharedAt() != null)) {
            rows.share(id, row.attempt(), shared ? clock.instant() : null);
        }
    }

    private Livret2Rows.Row mine(Journey journey) {
        return rows.all(journey.id()).stream().findFirst().orElseThrow(Livret2s::unknown);
    }

    /** The livret, locked: nobody hands it in while a field is kept. */
    private Livret2Rows.Row writable(Journey journey) {
        if (!mayWrite(journey)) {
            throw new BusinessRefusal(Kind.CONFLICT, "livret2.refused.not-writable");
        }
        return rows.lock(journey.id(), mine(journey).attempt())
                .filter(row -> row.state().writable())
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "livret2.refused.not-writable"));
    }

    private void requireSkill(JourneyId id, Livret2Rows.Row row, SkillId skill) {
        if (contents.of(journeys.find(id).orElseThrow(), row).entry(skill).isEmpty()) {
            throw Livret2s.unknown();
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A field as it stands. */
    public record Field(String text, int version, @Nullable Instant savedAt) {

        static final Field BLANK = new Field("", 0, null);
    }

    /** What became of a wish to keep a field. */
    public sealed interface Saved {

        record Kept(int version, Instant at) implements Saved {}

        /** Somebody, or another window, wrote meanwhile. */
        record Stale(Field stands) implements Saved {}
    }
}
