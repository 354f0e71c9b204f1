package fr.acquis.jury;

import static fr.acquis.jury.JuryCase.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.award.AcquiredBlock;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.identity.Role;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.worklist.TaskKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every outcome a jury can reach, through every layer, on the real engine. */
class JuryOutcomesTest extends JuryWalk {

    @Test
    void all_blocs_obtained_are_acquired_with_the_signature_and_the_certificate_is_asked_for() throws Exception {
        Hearing hearing = atHearing(JuryMode.ENTRETIEN);
        Set<SkillBlockCode> all = Set.copyOf(cases.codes(NUMBER));
        jurors.forEach(juror -> cases.evaluates(juror, hearing, "Très clair", all));

        Outcome outcome = deliberated(hearing, all);
        assertThat(outcome).isEqualTo(Outcome.WHOLE_CERTIFICATION);
        assertThat(blocks.heldFor(seen())).isEmpty();
        as.run(president, () -> deliberations.sign(hearing.id()));

        cases.awaitTask(journey, TaskKind.DELIVER_CERTIFICATE);
        assertThat(held()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(blocks.holdsAll(seen())).isTrue();
        assertThat(sent()).contains(LetterTemplate.SUMMONS, LetterTemplate.JURY_RESULT);
        assertThat(members.of(journey, Role.JUROR)).isEmpty();
        byte[] minutes = as.call(agent, () -> deliberations.minutes(hearing.id()));
        keep("minutes-whole.pdf", minutes);
        keep("summons.pdf", letter(LetterTemplate.SUMMONS));
        keep("result-whole.pdf", letter(LetterTemplate.JURY_RESULT));
        assertThat(text(minutes)).contains("Awa Juré", "3 / 1", "Signé par confirmation");
    }

    @Test
    void some_blocs_obtained_are_kept_and_the_rest_is_reasoned_and_open_to_appeal() throws Exception {
        Hearing hearing = atHearing(JuryMode.ENTRETIEN);
        Set<SkillBlockCode> two = Set.copyOf(cases.codes(NUMBER).subList(0, 2));
        jurors.forEach(juror -> cases.evaluates(juror, hearing, "À voir", two));

        assertThat(deliberated(hearing, two)).isEqualTo(Outcome.SOME_BLOCKS);
        as.run(president, () -> deliberations.sign(hearing.id()));

        cases.awaitTask(journey, TaskKind.CHOOSE_NEXT);
        assertThat(held()).containsExactlyInAnyOrderElementsOf(two);
        byte[] letter = letter(LetterTemplate.JURY_RESULT);
        keep("result-some.pdf", letter);
        keep("minutes-some.pdf", as.call(agent, () -> deliberations.minutes(hearing.id())));
        assertThat(text(letter)).contains("pas encore l’autonomie attendue", "Pas encore obtenu", "nouveau jury");
    }

    @Test
    void targeted_blocs_all_obtained_are_no_certificate() {
        List<SkillBlockCode> target = cases.codes(NUMBER).subList(0, 2);
        journey = cases.deposited(candidate, NUMBER, Set.copyOf(target));
        cases.awaitTask(journey, TaskKind.PLAN_HEARING);
        Hearing hearing = summonedToday(JuryMode.ENTRETIEN);
        jurors.forEach(juror -> cases.evaluates(juror, hearing, "Bien", Set.copyOf(target)));

        assertThat(deliberated(hearing, Set.copyOf(target))).isEqualTo(Outcome.ALL_TARGETED_BLOCKS);
        as.run(president, () -> deliberations.sign(hearing.id()));

        cases.awaitTask(journey, TaskKind.CHOOSE_NEXT);
        assertThat(blocks.holdsAll(seen())).isFalse();
    }

    @Test
    void no_bloc_obtained_takes_nothing_away() {
        journey = cases.waitingForJury(candidate);
        SkillBlockCode before = cases.codes(NUMBER).getFirst();
        transaction.executeWithoutResult(
                status -> blocks.acquire(seen(), List.of(before), AcquiredBlock.Source.DISPENSATION, cases.today()));
        Hearing hearing = summonedToday(JuryMode.ENTRETIEN);
        jurors.forEach(juror -> cases.evaluates(juror, hearing, "Insuffisant", Set.of()));

        assertThat(deliberated(hearing, Set.of())).isEqualTo(Outcome.NO_BLOCK);
        as.run(president, () -> deliberations.sign(hearing.id()));

        cases.awaitTask(journey, TaskKind.CHOOSE_NEXT);
        assertThat(held()).containsExactly(before);
    }

    @Test
    void an_excused_candidate_gets_another_hearing_and_an_absent_or_adjourned_one_too() {
        journey = cases.waitingForJury(candidate);
        for (Outcome said : List.of(Outcome.EXCUSED, Outcome.ABSENT, Outcome.ADJOURNED)) {
            Hearing hearing = summonedToday(JuryMode.ENTRETIEN);
            cases.awaitTask(journey, TaskKind.EVALUATE);
            as.run(president, () -> evaluations.closeMarks(hearing.id()));
            cases.awaitTask(journey, TaskKind.DELIBERATE);
            as.run(president, () -> deliberations.withoutDecision(hearing.id(), said, "Constaté à l’ouverture."));
            as.run(president, () -> deliberations.sign(hearing.id()));
            cases.awaitTask(journey, TaskKind.PLAN_HEARING);
            assertThat(rows.find(hearing.id()).orElseThrow().deliberation().outcome())
                    .isEqualTo(said);
        }
        assertThat(rows.of(journey)).extracting(Hearing::request).containsExactly(3, 2, 1);
        assertThat(held()).isEmpty();
    }

    @Test
    void on_file_the_candidate_is_not_called_and_the_panel_is() {
        Hearing hearing = atHearing(JuryMode.SUR_DOSSIER);
        assertThat(sent()).doesNotContain(LetterTemplate.SUMMONS);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mailsTo(president.id())).hasSize(1));
        assertThat(mailsTo(candidate.id()))
                .noneMatch(mail -> mail.contains("BEGIN:VCALENDAR") && mail.contains("LOCATION"));
        Set<SkillBlockCode> all = Set.copyOf(cases.codes(NUMBER));
        jurors.forEach(juror -> cases.evaluates(juror, hearing, "Dossier complet", all));
        deliberated(hearing, all);
        as.run(president, () -> deliberations.sign(hearing.id()));
        cases.awaitTask(journey, TaskKind.DELIVER_CERTIFICATE);
    }
}
