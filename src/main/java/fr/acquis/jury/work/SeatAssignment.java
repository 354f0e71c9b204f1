package fr.acquis.jury.work;

import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.jury.JurySession;
import fr.acquis.jury.Seat;
import fr.acquis.jury.SeatId;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.worklist.TaskAssignment;
import fr.acquis.worklist.TaskKind;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluating is asked of whom sits in the seat, deliberating of whom presides. */
@Component
class SeatAssignment implements TaskAssignment {

    private final HearingRows hearings;
    private final JurySessionRows sessions;

    SeatAssignment(HearingRows hearings, JurySessionRows sessions) {
        this.hearings = hearings;
        this.sessions = sessions;
    }

    @Override
    public Optional<To> of(Journey journey, TaskKind kind, @Nullable UUID subject) {
        return switch (kind) {
            case EVALUATE -> subject == null ? Optional.empty() : to(journey, subject);
            case DELIBERATE -> session(journey).flatMap(JurySession::president).map(SeatAssignment::to);
            default -> Optional.empty();
        };
    }

    private Optional<To> to(Journey journey, UUID seat) {
        return session(journey)
                .flatMap(session -> session.seat(new SeatId(seat)))
                .map(SeatAssignment::to);
    }

    private static To to(Seat seat) {
        return new To(Role.JUROR, seat.person());
    }

    private Optional<JurySession> session(Journey journey) {
        return hearings.live(journey.id()).flatMap(hearing -> sessions.find(hearing.session()));
    }
}
