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

    /** @param notes for the candidate and their adviser only; null for all others */
    record HeldSession(
            int number,
            OffsetDateTime heldAt,
            BigDecimal hours,
            SupportSession.Attendance attendance,
            @Nullable String notes,
            @Nullable String nextStep) {

        static HeldSession of(SupportSession session, boolean readsNotes) {
            return new HeldSession(
                    session.number(),
                    Moments.of(session.heldAt()),
                    session.hours(),
                    session.attendance(),
                    readsNotes ? session.notes() : null,
                    readsNotes ? session.nextStep() : null);
        }
    }
}
