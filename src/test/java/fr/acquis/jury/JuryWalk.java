package fr.acquis.jury;

import static fr.acquis.jury.JuryCase.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.audit.AuditVerifier;
import fr.acquis.award.AcquiredBlock;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.Aftermath;
import fr.acquis.devservices.DevServices;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.People;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the walks of a jury share: the people, the case, and that nothing stays open behind it. */
@AcquisTest
@Import({WorkersOfOtherRooms.class, JuryCase.class})
@Tag("whole")
abstract class JuryWalk {

    static final String NUMBER = "RNCP99901";

    @Autowired
    ActingAs as;

    @Autowired
    JuryCase cases;

    @Autowired
    Aftermath aftermath;

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

    SignedIn candidate;
    SignedIn agent;
    List<SignedIn> jurors;
    SignedIn president;
    JourneyId journey;

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
        aftermath.nothingIsLeft(journey);
        await().atMost(SOON).untilAsserted(() -> assertThat(rows.live(journey)).isEmpty());
    }

    Hearing atHearing(JuryMode mode) {
        journey = cases.waitingForJury(candidate);
        return summonedToday(mode);
    }

    Hearing summonedToday(JuryMode mode) {
        return cases.summoned(cases.session(NUMBER, jurors, mode, cases.today()), journey);
    }

    Outcome deliberated(Hearing hearing, Set<SkillBlockCode> obtained) {
        cases.awaitTask(journey, TaskKind.DELIBERATE);
        return as.call(
                president,
                () -> deliberations.decide(hearing.id(), cases.decisions(hearing, obtained), "Bon échange."));
    }

    Hearing hearingOf(JourneyId id) {
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

    static Seat.Member member(SignedIn juror) {
        return new Seat.Member(juror.id(), Seat.SeatRole.MEMBER, true, Seat.College.EMPLOYEE, Seat.Gender.MAN);
    }

    Journey seen() {
        return journeys.find(journey).orElseThrow();
    }

    List<SkillBlockCode> held() {
        return blocks.heldFor(seen()).stream().map(AcquiredBlock::code).toList();
    }

    List<LetterTemplate> sent() {
        return letters.of(journey).stream().map(LetterSummary::template).toList();
    }

    byte[] letter(LetterTemplate template) throws Exception {
        LetterSummary letter = letters.of(journey).stream()
                .filter(one -> one.template() == template)
                .findFirst()
                .orElseThrow();
        return letters.open(letter.id()).readAllBytes();
    }

    List<String> mailsTo(PersonId person) {
        String email = people.find(person).orElseThrow().email();
        return DevServices.shared().mail().received().stream()
                .filter(mail -> addressed(mail, email))
                .map(JuryWalk::whole)
                .toList();
    }

    static boolean addressed(MimeMessage mail, String email) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(email);
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The calendar among the mail's parts, or nothing. */
    static String whole(MimeMessage mail) {
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

    static void keep(String name, byte[] pdf) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "letters-of-the-jury"));
        Files.write(folder.resolve(name), pdf);
    }

    static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }
}
