package fr.acquis.jury;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Rule;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.Finding.Code;
import fr.acquis.jury.Seat.College;
import fr.acquis.jury.Seat.Gender;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Session de jury: a day, a place, a panel and an order of passage.
 *
 * @param minutesEach how long each passage takes; gives each its hour
 * @param place null when the jury meets by video only
 * @param bring what candidates should bring; null for nothing
 */
public record JurySession(
        SessionId id,
        CertifyingBodyId certifyingBody,
        CertificationId certification,
        Instant startsAt,
        int minutesEach,
        JuryMode mode,
        @Nullable String place,
        @Nullable String videoLink,
        @Nullable String bring,
        @Nullable Instant publishedAt,
        @Nullable String acceptedWarnings,
        List<Seat> seats,
        List<Hearing> hearings) {

    public JurySession {
        seats = List.copyOf(seats);
        hearings = List.copyOf(hearings);
    }

    public boolean published() {
        return publishedAt != null;
    }

    public LocalDate day() {
        return startsAt.atZone(LegalClock.ZONE).toLocalDate();
    }

    /** When the day is over: evaluation and deliberation are due by then. */
    public Instant endOfDay() {
        return day().plusDays(1).atStartOfDay(LegalClock.ZONE).toInstant();
    }

    public Instant hour(Hearing hearing) {
        return startsAt.plus(Duration.ofMinutes((long) (hearing.place() - 1) * minutesEach));
    }

    public Instant endOf(Hearing hearing) {
        return hour(hearing).plus(Duration.ofMinutes(minutesEach));
    }

    /** Passages that still count or are settled; those moved elsewhere are left out. */
    public List<Hearing> passages() {
        return hearings.stream().filter(hearing -> hearing.moved() == null).toList();
    }

    public Optional<Seat> president() {
        return seats.stream().filter(Seat::presides).findFirst();
    }

    public Optional<Seat> seat(SeatId id) {
        return seats.stream().filter(seat -> seat.id().equals(id)).findFirst();
    }

    public Optional<Seat> seatOf(PersonId person) {
        return seats.stream().filter(seat -> seat.person().equals(person)).findFirst();
    }

    /** The candidate is called unless the jury judges on the file alone. */
    public boolean callsCandidate() {
        return mode != JuryMode.SUR_DOSSIER;
    }

    /** What the règlement of one case says of the panel and its dates. */
    List<Finding> against(Regulation regulation, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        Rule<Integer> members = regulation.rule(RegulationParameters.JURY_MEMBERS);
        if (seats.size() < members.value()) {
            findings.add(Finding.blocking(Code.TOO_FEW_MEMBERS, seats.size(), members.value(), members.source()));
        }
        Rule<Boolean> paritaire = regulation.rule(RegulationParameters.JURY_PARITAIRE);
        if (paritaire.value() && (count(College.EMPLOYER) != count(College.EMPLOYEE) || count(College.NONE) > 0)) {
            findings.add(Finding.blocking(
                    Code.COLLEGES_UNEQUAL, count(College.EMPLOYER), count(College.EMPLOYEE), paritaire.source()));
        }
        if (!published()) {
            late(findings, Code.ANNOUNCED_LATE, regulation.rule(RegulationParameters.JURY_ANNOUNCEMENT_BEFORE), today);
            late(findings, Code.SUMMONED_LATE, regulation.rule(RegulationParameters.SUMMONS_BEFORE), today);
        }
        return findings;
    }

    /** What holds for every jury, whatever its règlement. */
    List<Finding> always(LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (passages().isEmpty()) {
            findings.add(Finding.blocking(Code.NO_HEARING));
        }
        if (!published() && day().isBefore(today)) {
            findings.add(Finding.blocking(Code.DAY_PASSED));
        }
        if (seats.stream().noneMatch(Seat::qualified)) {
            findings.add(Finding.blocking(Code.NOBODY_QUALIFIED));
        }
        if (seats.stream().filter(Seat::presides).count() != 1) {
            findings.add(Finding.blocking(Code.NOT_ONE_PRESIDENT));
        }
        long women = count(Gender.WOMAN);
        long men = count(Gender.MAN);
        if (Math.abs(women - men) > 1) {
            findings.add(Finding.warning(Code.NOT_BALANCED, women, men));
        }
        return findings;
    }

    private void late(List<Finding> findings, Code code, Rule<Period> rule, LocalDate today) {
        LocalDate latest = day().minus(rule.value());
        if (today.isAfter(latest)) {
            findings.add(Finding.warning(code, JuryDelays.days(rule.value(), day()), rule.source()));
        }
    }

    private long count(College college) {
        return seats.stream().filter(seat -> seat.college() == college).count();
    }

    private long count(Gender gender) {
        return seats.stream().filter(seat -> seat.gender() == gender).count();
    }
}
