package fr.acquis.training;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.shared.TimeOrderedUuid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do: a training, an experience, a placement.
 *
 * @param waiver why fewer quotes than asked for are enough, null when nobody said so
 */
public record TrainingAction(
        UUID id,
        Kind kind,
        List<SkillBlockCode> blocks,
        String title,
        @Nullable String provider,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Integer hours,
        @Nullable BigDecimal cost,
        @Nullable Funding funding,
        State state,
        @Nullable String waiver,
        @Nullable LocalDate endedOn,
        List<Quote> quotes,
        List<Proof> proofs) {

    public TrainingAction {
        blocks = List.copyOf(blocks);
        quotes = List.copyOf(quotes);
        proofs = List.copyOf(proofs);
    }

    public enum Kind {
        TRAINING,
        EXPERIENCE,
        WORK_PLACEMENT,
        OTHER;

        public String messageKey() {
            return "training.kind." + name();
        }
    }

    /** Who pays. Those the form offers today; a source that closed stays readable on older plans. */
    public enum Funding {
        CPF,
        SKILLS_PLAN,
        OPCO,
        BRANCH,
        RECONVERSION,
        PRO_A,
        PROFESSIONAL_CONTRACT,
        TRANSITIONS_PRO,
        AIF,
        REGION,
        FAF,
        EMPLOYER,
        SELF;

        public String messageKey() {
            return "training.funding." + name();
        }
    }

    public enum State {
        PLANNED,
        RUNNING,
        DONE,
        /** Given up, the plan going on without it. */
        DROPPED;

        public String messageKey() {
            return "training.state." + name();
        }
    }

    /** Devis. */
    public record Quote(String provider, BigDecimal amount, LocalDate quotedOn) {}

    /** An attestation, a certificate of work…, seen by somebody. */
    public record Proof(String what, LocalDate datedOn, String seenBy, Instant seenAt) {}

    /** What a plan proposes, before anything happened. */
    public static TrainingAction planned(
            Kind kind,
            List<SkillBlockCode> blocks,
            String title,
            @Nullable String provider,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable Integer hours,
            @Nullable BigDecimal cost,
            @Nullable Funding funding) {
        return new TrainingAction(
                TimeOrderedUuid.next(),
                kind,
                blocks,
                title,
                provider,
                startsOn,
                endsOn,
                hours,
                cost,
                funding,
                State.PLANNED,
                null,
                null,
                List.of(),
                List.of());
    }

    public boolean settled() {
        return state == State.DONE || state == State.DROPPED;
    }

    /** A training somebody pays for: the règlement asks for several quotes. */
    public boolean needsQuotes() {
        return kind == Kind.TRAINING && cost != null && cost.signum() > 0;
    }
}
