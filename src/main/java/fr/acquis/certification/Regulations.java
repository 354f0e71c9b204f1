package fr.acquis.certification;

import fr.acquis.audit.Audit;
import fr.acquis.certification.store.RegulationRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The règlements: dated parameters, never rewritten for a day that has come. */
@Service
@Transactional
public class Regulations {

    private final Certifications certifications;
    private final RegulationRows rows;
    private final Ownership ownership;
    private final Audit audit;
    private final Clock clock;

    Regulations(Certifications certifications, RegulationRows rows, Ownership ownership, Audit audit, Clock clock) {
        this.certifications = certifications;
        this.rows = rows;
        this.ownership = ownership;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The parameters in force on a day, defaults included, each with its source. For a running case ask with the day of its
     * request: the answer for a day that has come does not change.
     *
     * @throws UnknownCertification when there is none
     */
    @Transactional(readOnly = true)
    public Regulation on(CertificationId certification, LocalDate day) {
        certifications.get(certification);
        return new Regulation(certification, day, rows.inForce(certification, day));
    }

    /** What is settled for that parameter from a later day on, the nearest first; empty when nothing is. */
    @Transactional(readOnly = true)
    public <T> Optional<Rule<T>> next(CertificationId certification, RegulationParameter<T> parameter, LocalDate day) {
        return rows.next(certification, parameter, day);
    }

    /** The next day from which the règlement opens VAE, as far as it is settled. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> opensAfter(CertificationId certification, LocalDate day) {
        return rows.opensAfter(certification, day);
    }

    /**
     * Settles a parameter from a day to come, so that cases under way keep their rules.
     *
     * @throws IllegalArgumentException when the day has come already
     */
    public <T> void settle(
            CertificationId id,
            RegulationParameter<T> parameter,
            T value,
            LocalDate from,
            String source,
            Confidence confidence) {
        ownership.requireEditor(certifications.get(id).certifyingBody());
        if (!from.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("a parameter changes from tomorrow at the earliest");
        }
        write(id, new Rule<>(parameter, value, source, confidence, from));
    }

    /** All that was ever settled of a parameter, and what is to come, the youngest first. */
    @Transactional(readOnly = true)
    public List<Rule<?>> history(CertificationId id, RegulationParameter<?> parameter) {
        return rows.history(id, parameter);
    }

    /** What is settled for days to come, the nearest first. */
    @Transactional(readOnly = true)
    public List<Rule<?>> toCome(CertificationId id) {
        return rows.after(id, LocalDate.now(clock));
    }

    /**
     * Gives up a change before its day: nothing has been judged by it.
     *
     * @throws IllegalArgumentException when the day has come, or nothing is settled for it
     */
    public void withdraw(CertificationId id, RegulationParameter<?> parameter, LocalDate from) {
        ownership.requireEditor(certifications.get(id).certifyingBody());
        if (!from.isAfter(LocalDate.now(clock)) || !rows.remove(id, parameter, from)) {
            throw new IllegalArgumentException("only a change to come is given up");
        }
        audit.record(id.value(), "withdraw-parameter", Map.of("parameter", parameter.name(), "from", from.toString()));
    }

    /** @throws org.springframework.security.access.AccessDeniedException for whoever may not settle its rules */
    @Transactional(readOnly = true)
    public void requireEditor(CertificationId id) {
        ownership.requireEditor(certifications.get(id).certifyingBody());
    }

    /**
     * Enters the règlement a certification comes with, dated as it was adopted.
     *
     * @throws IllegalStateException when it has parameters already
     */
    public void adopt(CertificationId id, Iterable<Rule<?>> rules) {
        ownership.requireEditor(certifications.get(id).certifyingBody());
        if (rows.any(id)) {
            throw new IllegalStateException("certification %s has its règlement already".formatted(id));
        }
        rules.forEach(rule -> write(id, rule));
    }

    private <T> void write(CertificationId id, Rule<T> rule) {
        if (rule.validFrom() == null || rule.source().isBlank()) {
            throw new IllegalArgumentException("a rule has its day of effect and its source");
        }
        String stored = rule.parameter().write(rule.value());
        rule.parameter().read(stored);
        rows.write(id, rule, stored, clock.instant());
        audit.record(
                id.value(),
                "settle-parameter",
                Map.of(
                        "parameter", rule.parameter().name(),
                        "from", rule.validFrom().toString(),
                        "value", stored));
    }
}
