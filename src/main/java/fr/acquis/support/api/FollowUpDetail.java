package fr.acquis.support.api;

import fr.acquis.platform.api.Moments;
import fr.acquis.support.CheckIn;
import fr.acquis.support.HoursBudget;
import fr.acquis.support.PlannedSession;
import fr.acquis.support.Support.Place;
import fr.acquis.support.api.SupportDetail.HeldSession;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A support as it goes.
 *
 * @param underWay whether something may still be changed
 * @param planned the next first
 * @param checkIns the youngest first
 */
record FollowUpDetail(
        boolean underWay, Balance hours, List<ToCome> planned, List<HeldSession> sessions, List<Asked> checkIns) {

    /**
     * @param agreed null before an agreement is signed, as is {@code left}
     * @param left negative when more is done or planned than agreed
     * @param disputed of those done, hours whose attendance the candidate disputes
     */
    record Balance(
            @Nullable BigDecimal agreed,
            BigDecimal done,
            BigDecimal planned,
            @Nullable BigDecimal left,
            BigDecimal disputed,
            BigDecimal remote,
            HoursBudget.Standing standing) {

        static Balance of(HoursBudget budget) {
            return new Balance(
                    budget.agreed(),
                    budget.done(),
                    budget.planned(),
                    budget.left(),
                    budget.disputed(),
                    budget.remote(),
                    budget.standing());
        }
    }

    /**
     * A session to come.
     *
     * @param id the one its entry has in calendars
     * @param where a room, a link or a telephone number
     */
    record ToCome(
            UUID id,
            OffsetDateTime startsAt,
            long minutes,
            BigDecimal hours,
            Place place,
            @Nullable String where,
            @Nullable String overrunReason) {

        static ToCome of(PlannedSession session) {
            return new ToCome(
                    session.id(),
                    Moments.of(session.startsAt()),
                    session.length().toMinutes(),
                    session.hours(),
                    session.place(),
                    session.where(),
                    session.overrunReason());
        }
    }

    /**
     * The candidate was asked how it goes.
     *
     * @param answer null while it is open
     * @param word for the candidate and their adviser only
     */
    record Asked(
            int number,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime askedAgainAt,
            CheckIn.@Nullable Answer answer,
            @Nullable String word,
            @Nullable OffsetDateTime answeredAt) {

        static Asked of(CheckIn one, boolean readsWords) {
            return new Asked(
                    one.number(),
                    Moments.of(one.askedAt()),
                    Moments.of(one.againAt()),
                    one.answer(),
                    readsWords ? one.word() : null,
                    Moments.of(one.answeredAt()));
        }
    }
}
