package fr.acquis.jury;

import fr.acquis.shared.PersonId;

/**
 * A seat of the panel. The process knows the seat; who sits in it may change.
 *
 * @param person who sits in it now
 * @param qualified whether the person is a qualified representative of the trade
 */
public record Seat(
        SeatId id, int place, PersonId person, SeatRole role, boolean qualified, College college, Gender gender) {

    public enum SeatRole {
        /** Leads the deliberation, has the casting vote, signs the minutes. */
        PRESIDENT,
        MEMBER
    }

    /** Whom the member represents, where the accord wants both sides alike. */
    public enum College {
        EMPLOYER,
        EMPLOYEE,
        NONE
    }

    /** For the balance the law asks for. */
    public enum Gender {
        WOMAN,
        MAN
    }

    public boolean presides() {
        return role == SeatRole.PRESIDENT;
    }

    /** What a member is entered with. */
    public record Member(PersonId person, SeatRole role, boolean qualified, College college, Gender gender) {}
}
