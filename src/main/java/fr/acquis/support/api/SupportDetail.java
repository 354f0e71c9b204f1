package fr.acquis.support.api;

import fr.acquis.platform.api.Moments;
import fr.acquis.support.Support;
import fr.acquis.support.SupportBody;
import fr.acquis.support.SupportSession;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Support on one case.
 *
 * @param choice null while the candidate has not answered
 * @param offered the bodies a candidate may choose
 */
record SupportDetail(
        Support.@Nullable Choice choice,
        @Nullable BodyDetail body,
        @Nullable String adviser,
        Support.@Nullable Place place,
        @Nullable OffsetDateTime nextSessionAt,
        @Nullable OffsetDateTime endedAt,
        Support.@Nullable EndedBy endedBy,
        List<BodyDetail> offered,
        List<HeldSession> sessions) {

    record BodyDetail(UUID id, String name, @Nullable String place, boolean ownTeam) {

        static BodyDetail of(SupportBody body) {
            return new BodyDetail(body.id(), body.name(), body.place(), body.ownTeam());
        }
    }

    /**
     * A session held.
     *
     * @param notes for the candidate and their adviser only, as is {@code nextStep}; null for all others
     * @param ownNotes what the reader noted for themselves as the adviser
     * @param signedByAdviserAt when it was reported
     * @param correction why what was reported first was put right
     */
    record HeldSession(
            int number,
            OffsetDateTime heldAt,
            BigDecimal hours,
            SupportSession.Attendance attendance,
            Support.@Nullable Place place,
            @Nullable String notes,
            @Nullable String ownNotes,
            @Nullable String nextStep,
            @Nullable String overrunReason,
            OffsetDateTime signedByAdviserAt,
            @Nullable OffsetDateTime signedByCandidateAt,
            @Nullable Dispute dispute,
            @Nullable String correction) {

        /** The candidate says that it is not right, and why. */
        record Dispute(@Nullable String word, OffsetDateTime at) {}

        static HeldSession of(SupportSession session, boolean readsNotes) {
            SupportSession.Answer answer = session.answer();
            return new HeldSession(
                    session.number(),
                    Moments.of(session.heldAt()),
                    session.hours(),
                    session.attendance(),
                    session.place(),
                    readsNotes ? session.notes() : null,
                    session.ownNotes(),
                    readsNotes ? session.nextStep() : null,
                    session.overrunReason(),
                    Moments.of(session.recordedAt()),
                    session.isSigned() ? Moments.of(answer.at()) : null,
                    session.isDisputed() ? new Dispute(answer.word(), Moments.of(answer.at())) : null,
                    session.correction() == null ? null : session.correction().why());
        }
    }
}
