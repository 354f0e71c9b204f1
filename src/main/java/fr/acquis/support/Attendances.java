package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.notification.SupportNotification.SupportNews.What;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.SupportAccess.View;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.store.SupportRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sheet of attendance: the candidate signs, or says what is not right; the adviser puts it right and it is signed again. */
@Service
@Transactional
public class Attendances {

    private static final int LONGEST_WORD = 1_000;

    private final SupportRows rows;
    private final SupportAccess access;
    private final SupportMails mails;
    private final Audit audit;
    private final Clock clock;

    Attendances(SupportRows rows, SupportAccess access, SupportMails mails, Audit audit, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** Also when support is over meanwhile: the last session is signed after it. */
    public void sign(JourneyId id, int number) {
        View view = own(id);
        SupportSession session = awaiting(id, number);
        rows.answer(id, session.number(), true, null, clock.instant());
        audit.record(
                view.journey().id().value(), "sign-support-attendance", Map.of("number", Integer.toString(number)));
    }

    public void dispute(JourneyId id, int number, String word) {
        View view = own(id);
        awaiting(id, number);
        String said = said("word", word, "support.refused.dispute-word");
        rows.answer(id, number, false, said, clock.instant());
        audit.record(id.value(), "dispute-support-attendance", Map.of("number", Integer.toString(number)));
        mails.adviser(
                view,
                "attendance-disputed/%d/%s".formatted(number, clock.instant()),
                What.ATTENDANCE_DISPUTED,
                SupportMails.page(view.journey()));
    }

    /** What was reported was wrong: hours and attendance are put right with a reason, and the candidate is asked again. */
    public void correct(JourneyId id, int number, BigDecimal hours, Attendance attendance, String why) {
        View view = access.read(id);
        if (!view.staff()) {
            throw SupportAccess.notYours();
        }
        SupportSession session = session(id, number);
        if (session.isSigned()) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.attendance-signed");
        }
        boolean came = attendance == Attendance.PRESENT;
        if (!SupportSessions.isHours(hours) || came != hours.signum() > 0) {
            throw new RefusedAnswer("hours", came ? "support.refused.no-hours" : "support.refused.hours-of-nobody");
        }
        rows.correct(id, number, hours, attendance, said("why", why, "support.refused.correction"), clock.instant());
        audit.record(
                id.value(),
                "correct-support-session",
                Map.of(
                        "number", Integer.toString(number),
                        "hours", hours.toPlainString(),
                        "attendance", attendance.name()));
        if (came) {
            mails.candidate(
                    view.journey(),
                    "attendance/%d/%s".formatted(number, clock.instant()),
                    What.ATTENDANCE_TO_SIGN,
                    SupportMails.page(view.journey()));
        }
    }

    private View own(JourneyId id) {
        View view = access.read(id);
        if (!view.own()) {
            throw SupportAccess.notYours();
        }
        rows.lock(id);
        return view;
    }

    private SupportSession awaiting(JourneyId id, int number) {
        SupportSession session = session(id, number);
        if (!session.awaitsSignature()) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.attendance-answered");
        }
        return session;
    }

    private SupportSession session(JourneyId id, int number) {
        return rows.sessions(id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "support.refused.no-session"));
    }

    private static String said(String field, String text, String otherwise) {
        if (text.isBlank()) {
            throw new RefusedAnswer(field, otherwise);
        }
        if (text.length() > LONGEST_WORD) {
            throw new RefusedAnswer(field, "support.refused.long", LONGEST_WORD);
        }
        return text.strip();
    }
}
