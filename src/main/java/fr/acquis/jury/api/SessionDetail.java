package fr.acquis.jury.api;

import fr.acquis.certification.JuryMode;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.JurySession;
import fr.acquis.jury.Outcome;
import fr.acquis.jury.Seat;
import fr.acquis.platform.api.Moments;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session with its panel and its order of passage.
 *
 * @param findings what stands against publishing it
 * @param waiting cases that wait for a hearing and are in no session yet, the most urgent first
 * @param jurors who may be seated
 */
record SessionDetail(
        SessionSummary session,
        int minutesEach,
        @Nullable String place,
        @Nullable String videoLink,
        @Nullable String bring,
        @Nullable String acceptedWarnings,
        List<FilledSeat> seats,
        List<Passage> passages,
        List<SessionFinding> findings,
        List<WaitingCase> waiting,
        List<NamedJuror> jurors) {

    record SessionSummary(
            UUID id,
            UUID certification,
            String title,
            OffsetDateTime startsAt,
            JuryMode mode,
            int passages,
            @Nullable OffsetDateTime publishedAt) {

        static SessionSummary of(JurySession session, String title) {
            return new SessionSummary(
                    session.id().value(),
                    session.certification().value(),
                    title,
                    Moments.of(session.startsAt()),
                    session.mode(),
                    session.passages().size(),
                    Moments.of(session.publishedAt()));
        }
    }

    record FilledSeat(
            UUID id,
            UUID person,
            String name,
            Seat.SeatRole role,
            boolean qualified,
            Seat.College college,
            Seat.Gender gender) {

        static FilledSeat of(Seat seat, String name) {
            return new FilledSeat(
                    seat.id().value(),
                    seat.person().value(),
                    name,
                    seat.role(),
                    seat.qualified(),
                    seat.college(),
                    seat.gender());
        }
    }

    /**
     * One case before the jury.
     *
     * @param live whether it still counts: neither withdrawn nor settled
     * @param outcome null before the deliberation is closed
     */
    record Passage(
            UUID id,
            UUID journey,
            String caseNumber,
            String candidate,
            OffsetDateTime hour,
            boolean live,
            @Nullable OffsetDateTime plannedAt,
            @Nullable OffsetDateTime summonedAt,
            @Nullable OffsetDateTime marksClosedAt,
            @Nullable Outcome outcome,
            @Nullable OffsetDateTime signedAt) {

        static Passage of(JurySession session, Hearing hearing, String caseNumber, String candidate) {
            return new Passage(
                    hearing.id().value(),
                    hearing.journey().value(),
                    caseNumber,
                    candidate,
                    Moments.of(session.hour(hearing)),
                    hearing.live(),
                    Moments.of(hearing.plannedAt()),
                    Moments.of(hearing.summonedAt()),
                    Moments.of(hearing.marksClosedAt()),
                    hearing.deliberation() == null
                            ? null
                            : hearing.deliberation().outcome(),
                    Moments.of(hearing.signedAt()));
        }
    }

    /** @param blocking whether it must be settled first; the others are accepted with a reason */
    record SessionFinding(String code, boolean blocking, String detail) {}

    record WaitingCase(
            UUID journey,
            String caseNumber,
            String candidate,
            @Nullable OffsetDateTime juryDue) {}

    record NamedJuror(UUID id, String name) {}
}
