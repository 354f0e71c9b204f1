package fr.acquis.jury;

import static fr.acquis.jury.JuryCase.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.audit.AuditVerifier;
import fr.acquis.award.AcquiredBlock;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevServices;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The jury through every layer: session, summons, marks, deliberation, minutes, result; on the real engine. */
@AcquisTest
@Import({WorkersOfOtherRooms.class, JuryCase.class})
@Tag("whole")
class JuryJourneyTest {

    private static final String NUMBER = "RNCP99901";

    @Autowired
    ActingAs as;

    @Autowired
    JuryCase cases;

    @Autowired
    Journeys journeys;

    @Autowired
    JurySessions sessions;

    @Autowired
    Panels panels;

    @Autowired
    SessionPublication publication;

    @Autowired
    JuryHearings hearings;

    @Autowired
    HearingRows rows;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Deliberations deliberations;

    @Autowired
    WorkplaceAssessments assessments;

    @Autowired
    AcquiredBlocks blocks;

    @Autowired
    CaseMembers members;

    @Autowired
    Worklist worklist;

    @Autowired
    Evidences evidences;

    @Autowired
    Letters letters;

    @Autowired
    People people;

    @Autowired
    Processes processes;

    @Autowired
    AuditVerifier audit;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private SignedIn candidate;
    private SignedIn agent;
    private List<SignedIn> jurors;
    private SignedIn president;
    private JourneyId journey;

    @BeforeEach
    void people() {
        candidate = as.newCandidate();
        agent = cases.agent();
        jurors = cases.fourJurors();
        president = jurors.getFirst();
    }

    @AfterEach
    void nothing_stays_open() {
        if (journey == null) {
            return;
        }
        assertThat(audit.verify(journey.value())).isEmpty();
        as.run(candidate, () -> journeys.abandon(journey));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist.open(journey)).isEmpty());
        await().atMost(SOON).untilAsserted(() -> assertThat(rows.live(journey)).isEmpty());
    }

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
        byte[] booklet = JuryCase.pdf();
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

    private Hearing atHearing(JuryMode mode) {
        journey = cases.waitingForJury(candidate);
        return summonedToday(mode);
    }

    private Hearing summonedToday(JuryMode mode) {
        return cases.summoned(cases.session(NUMBER, jurors, mode, cases.today()), journey);
    }

    private Outcome deliberated(Hearing hearing, Set<SkillBlockCode> obtained) {
        cases.awaitTask(journey, TaskKind.DELIBERATE);
        return as.call(
                president,
                () -> deliberations.decide(hearing.id(), cases.decisions(hearing, obtained), "Bon échange."));
    }

    private Hearing hearingOf(JourneyId id) {
        return new Hearing(
                HearingId.create(),
                new SessionId(id.value()),
                id,
                candidate.id(),
                1,
                1,
                1,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Seat.Member member(SignedIn juror) {
        return new Seat.Member(juror.id(), Seat.SeatRole.MEMBER, true, Seat.College.EMPLOYEE, Seat.Gender.MAN);
    }

    private Journey seen() {
        return journeys.find(journey).orElseThrow();
    }

    private List<SkillBlockCode> held() {
        return blocks.heldFor(seen()).stream().map(AcquiredBlock::code).toList();
    }

    private List<LetterTemplate> sent() {
        return letters.of(journey).stream().map(LetterSummary::template).toList();
    }

    private byte[] letter(LetterTemplate template) throws Exception {
        LetterSummary letter = letters.of(journey).stream()
                .filter(one -> one.template() == template)
                .findFirst()
                .orElseThrow();
        return letters.open(letter.id()).readAllBytes();
    }

    private List<String> mailsTo(PersonId person) {
        String email = people.find(person).orElseThrow().email();
        return DevServices.shared().mail().received().stream()
                .filter(mail -> addressed(mail, email))
                .map(JuryJourneyTest::whole)
                .toList();
    }

    private static boolean addressed(MimeMessage mail, String email) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(email);
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The calendar among the mail's parts, or nothing. */
    private static String whole(MimeMessage mail) {
        try {
            if (!(mail.getContent() instanceof jakarta.mail.Multipart parts)) {
                return "";
            }
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < parts.getCount(); part++) {
                if (parts.getBodyPart(part).isMimeType("text/calendar")) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    parts.getBodyPart(part).getInputStream().transferTo(bytes);
                    text.append(bytes.toString(StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        } catch (java.io.IOException | jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void keep(String name, byte[] pdf) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "letters-of-the-jury"));
        Files.write(folder.resolve(name), pdf);
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }
}
