package fr.acquis.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one document says of one employment, engagement or month.
 *
 * @param line from 1 within the document
 */
public record StatedLine(EvidenceId evidence, int version, int line, List<Stated> facts) {

    public StatedLine {
        facts = List.copyOf(facts);
    }

    /**
     * One thing said.
     *
     * @param read as the machine read it; empty when only a person gave it
     * @param page where, null when nobody said so
     * @param answer what a person wrote instead, null otherwise
     * @param byStaff whether somebody of the certifying body answered, and not the candidate
     */
    public record Stated(
            FactKind kind,
            String read,
            @Nullable Integer page,
            @Nullable String snippet,
            FactState state,
            @Nullable String answer,
            boolean byStaff,
            @Nullable Instant answeredAt) {

        /** What counts: a person's words before the machine's. */
        public String value() {
            return answer == null ? read : answer;
        }
    }

    public Optional<Stated> fact(FactKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).findFirst();
    }

    /** The value while nobody has rejected it. */
    public Optional<String> value(FactKind kind) {
        return fact(kind)
                .filter(fact -> fact.state() != FactState.REJECTED)
                .map(Stated::value)
                .filter(value -> !value.isBlank());
    }

    public Optional<Span> period() {
        return value(FactKind.PERIOD).flatMap(Span::of);
    }

    public Optional<WorkedHours> hours() {
        return value(FactKind.HOURS).flatMap(WorkedHours::of);
    }

    public Optional<Integer> page() {
        return facts.stream()
                .filter(fact -> fact.page() != null && fact.kind() != FactKind.NAME)
                .map(Stated::page)
                .findFirst();
    }

    /** Nobody has answered to what was read. */
    public boolean waits() {
        return facts.stream().anyMatch(fact -> fact.kind() != FactKind.NAME && fact.state() == FactState.PROPOSED);
    }

    public boolean rejected() {
        return facts.stream()
                .filter(fact -> fact.kind() != FactKind.NAME)
                .allMatch(fact -> fact.state() == FactState.REJECTED);
    }

    /** A person stands behind its period. */
    public boolean holds() {
        return fact(FactKind.PERIOD).filter(fact -> fact.state().holds()).isPresent();
    }

    /** Somebody of the certifying body stands behind its period. */
    public boolean checked() {
        return fact(FactKind.PERIOD)
                .filter(fact -> fact.state().holds() && fact.byStaff())
                .isPresent();
    }
}
