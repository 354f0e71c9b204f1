package fr.acquis.jury;

import static fr.acquis.jury.JuryCase.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens around a session: moved hearings, replaced and missing jurors, assessments, late results. */
class JurySessionsTest extends JuryWalk {

    @Test
    void marks_closed_by_the_president_with_a_seat_missing_do_not_hang_the_case() {
        Hearing hearing = atHearing(JuryMode.ENTRETIEN);
        Set<SkillBlockCode> all = Set.copyOf(cases.codes(NUMBER));
        jurors.subList(0, 3).forEach(juror -> cases.evaluates(juror, hearing, "Bien", all));
        SignedIn missing = jurors.get(3);
        as.run(missing, () -> {
            evaluations.declare(hearing.id(), false);
            evaluations.save(hearing.id(), cases.grid(hearing, "BROUILLON", Set.of()));
        });
        assertThatThrownBy(() -> as.run(missing, () -> evaluations.closeMarks(hearing.id())))
                .isInstanceOf(BusinessRefusal.class);
        TaskId seat = worklist.open(journey).stream()
                .filter(task -> missing.id().equals(task.holder()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> as.run(missing, () -> worklist.release(seat, null)))
                .isInstanceOf(BusinessRefusal.class);

        as.run(president, () -> evaluations.closeMarks(hearing.id()));

        cases.awaitTask(journey, TaskKind.DELIBERATE);
        assertThat(worklist.open(journey, TaskKind.EVALUATE)).isEmpty();
        assertThat(as.call(president, () -> evaluations.closed(hearing.id()))).hasSize(3);
        assertThatThrownBy(() -> as.run(missing, () -> evaluations.handIn(hearing.id())))
                .isInstanceOf(BusinessRefusal.class);
        as.run(president, () -> deliberations.decide(hearing.id(), cases.decisions(hearing, all), null));
        as.run(president, () -> deliberations.sign(hearing.id()));
        cases.awaitTask(journey, TaskKind.DELIVER_CERTIFICATE);
    }

    @Test
    void a_juror_and_a_president_replaced_during_evaluation_hand_over_what_was_open() {
        Hearing hearing = atHearing(JuryMode.ENTRETIEN);
        Set<SkillBlockCode> all = Set.copyOf(cases.codes(NUMBER));
        SignedIn former = jurors.get(1);
        cases.awaitSeatOf(former, hearing);
        SignedIn next = cases.newJuror("Émile");
        JurySession session = as.call(agent, () -> sessions.get(hearing.session()));
        as.run(
                agent,
                () -> panels.replace(
                        session.id(), session.seatOf(former.id()).orElseThrow().id(), member(next)));

        assertThatThrownBy(() -> as.run(former, () -> evaluations.save(hearing.id(), Grid.EMPTY)))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(members.of(journey, Role.JUROR)).contains(next.id()).doesNotContain(former.id());
        List<SignedIn> panel = List.of(jurors.get(0), next, jurors.get(2), jurors.get(3));
        panel.forEach(juror -> cases.evaluates(juror, hearing, "Bien", all));
        cases.awaitTask(journey, TaskKind.DELIBERATE);

        as.run(
                agent,
                () -> panels.preside(
                        session.id(),
                        session.seatOf(jurors.get(2).id()).orElseThrow().id()));
        assertThatThrownBy(() -> as.run(
                        president, () -> deliberations.decide(hearing.id(), cases.decisions(hearing, all), null)))
                .isInstanceOf(BusinessRefusal.class);
        SignedIn presiding = jurors.get(2);
        as.run(presiding, () -> deliberations.decide(hearing.id(), cases.decisions(hearing, all), null));
        as.run(presiding, () -> deliberations.sign(hearing.id()));
        cases.awaitTask(journey, TaskKind.DELIVER_CERTIFICATE);
    }

    @Test
    void a_juror_reads_todays_session_first_then_the_next_ones_then_those_that_are_over() {
        Map<Integer, SessionId> made = new HashMap<>();
        for (int days : List.of(60, -30, 0, 20, -10)) {
            SessionId id = cases.session(
                    NUMBER, jurors, JuryMode.ENTRETIEN, cases.today().plusDays(Math.abs(days)));
            database.sql("""
                            update jury_session set published_at = utc_timestamp(6), starts_at = starts_at - interval :back day
                            where id = :id
                            """)
                    .param("back", days < 0 ? -2 * days : 0)
                    .param("id", id.value())
                    .update();
            made.put(days, id);
        }
        assertThat(as.call(jurors.getLast(), () -> hearings.mine()))
                .extracting(JurySession::id)
                .containsExactly(made.get(0), made.get(20), made.get(60), made.get(-10), made.get(-30));
    }

    @Test
    void a_hearing_moved_is_asked_for_again_and_the_candidate_is_told_with_a_calendar_each_time() {
        journey = cases.waitingForJury(candidate);
        SessionId session =
                cases.session(NUMBER, jurors, JuryMode.ENTRETIEN, cases.today().plusDays(60));
        as.run(agent, () -> {
            sessions.addHearings(session, List.of(journey));
            assertThat(sessions.findings(sessions.get(session))).isEmpty();
        });
        as.run(agent, () -> publication.publish(session, null));
        await().atMost(SOON).until(() -> rows.live(journey).orElseThrow().summonedAt() != null);
        Hearing hearing = rows.live(journey).orElseThrow();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mailsTo(candidate.id()))
                        .anyMatch(mail -> mail.contains("LOCATION:12 rue") && mail.contains("DTSTART:")));

        as.run(agent, () -> hearings.move(session, hearing.id(), "Salle indisponible"));

        cases.awaitTask(journey, TaskKind.PLAN_HEARING);
        assertThat(rows.live(journey)).isEmpty();
        assertThat(members.of(journey, Role.JUROR)).isEmpty();
        Hearing again = summonedToday(JuryMode.ENTRETIEN);
        assertThat(again.request()).isEqualTo(2);
    }

    @Test
    void the_assessment_at_work_comes_first_where_the_reglement_has_it_and_colleges_must_be_equal() {
        String number = "RNCP99903";
        journey = cases.deposited(candidate, number, Set.of());
        cases.awaitTask(journey, TaskKind.ASSESS_AT_WORK);
        Map<String, Grid.Level> results = new HashMap<>();
        evaluations
                .examined(hearingOf(journey))
                .forEach(block ->
                        block.skills().forEach(skill -> results.put(skill.id().toString(), Grid.Level.SHOWN)));
        byte[] booklet = FiledCase.pdf();
        as.run(agent, () -> {
            var document = evidences.attach(
                    journey,
                    seen().certifyingBody(),
                    candidate.id(),
                    EvidenceKind.EMPLOYER_ATTESTATION,
                    "livret.pdf",
                    "application/pdf",
                    new ByteArrayInputStream(booklet),
                    booklet.length);
            assertThatThrownBy(() -> assessments.record(new WorkplaceAssessment(
                            journey, 1, "Paul Tuteur", "Chef d’atelier", cases.today(), Map.of(), document)))
                    .isInstanceOf(BusinessRefusal.class);
            assessments.record(new WorkplaceAssessment(
                    journey, 1, "Paul Tuteur", "Chef d’atelier", cases.today(), results, document));
        });
        cases.awaitTask(journey, TaskKind.PLAN_HEARING);
        SessionId odd = cases.session(
                number, jurors.subList(0, 3), JuryMode.BOTH, cases.today().plusDays(60));
        as.run(agent, () -> {
            sessions.addHearings(odd, List.of(journey));
            assertThat(sessions.findings(sessions.get(odd)))
                    .extracting(Finding::code)
                    .containsExactly(Finding.Code.COLLEGES_UNEQUAL);
        });
        assertThatThrownBy(() -> as.run(agent, () -> publication.publish(odd, "Quand même")))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(rows.live(journey).orElseThrow().plannedAt()).isNull();
    }

    @Test
    void a_late_result_is_told_to_the_managers_and_still_waits_for_the_signature() {
        Hearing hearing = atHearing(JuryMode.ENTRETIEN);
        Set<SkillBlockCode> all = Set.copyOf(cases.codes(NUMBER));
        jurors.forEach(juror -> cases.evaluates(juror, hearing, "Bien", all));
        deliberated(hearing, all);
        database.sql("update jury_hearing set result_due = :past where id = :id")
                .param("past", cases.now().minusSeconds(60))
                .param("id", hearing.id().value())
                .update();
        transaction.executeWithoutResult(
                status -> processes.message(journey, "result-date-reached", journey.toString(), Map.of()));
        cases.awaitTask(journey, TaskKind.RESULT_LATE);
        assertThat(held()).isEmpty();

        as.run(president, () -> deliberations.sign(hearing.id()));

        cases.awaitTask(journey, TaskKind.DELIVER_CERTIFICATE);
        assertThat(worklist.open(journey, TaskKind.RESULT_LATE)).isEmpty();
    }

    @Test
    void publishing_answers_for_each_case_and_a_linked_juror_is_refused() {
        journey = cases.waitingForJury(candidate);
        SignedIn other = as.newCandidate();
        JourneyId second = cases.waitingForJury(other);
        transaction.executeWithoutResult(
                status -> members.add(journey, jurors.get(1).id(), Role.ADVISER));
        SessionId session =
                cases.session(NUMBER, jurors, JuryMode.ENTRETIEN, cases.today().plusDays(60));
        List<RowAnswer> answers = as.call(agent, () -> sessions.addHearings(session, List.of(journey, second)));
        assertThat(answers).extracting(RowAnswer::refusal).containsExactly("jury.refused.linked", null);

        as.run(other, () -> journeys.abandon(second));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist.open(second)).isEmpty());
        await().atMost(SOON).untilAsserted(() -> assertThat(rows.live(second)).isEmpty());
        transaction.executeWithoutResult(
                status -> members.remove(journey, jurors.get(1).id(), Role.ADVISER));
        as.run(
                agent,
                () -> assertThat(sessions.addHearings(session, List.of(journey, second)))
                        .extracting(RowAnswer::refusal)
                        .containsExactly(null, "jury.refused.no-hearing-asked"));
    }
}
