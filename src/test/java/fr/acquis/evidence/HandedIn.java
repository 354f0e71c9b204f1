package fr.acquis.evidence;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlock;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.HearingId;
import fr.acquis.jury.JurySessions;
import fr.acquis.jury.NewSession;
import fr.acquis.jury.Panels;
import fr.acquis.jury.Seat;
import fr.acquis.jury.SessionId;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.livret2.AssembledFile;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Deposit;
import fr.acquis.livret2.Proof;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.livret2.store.Livret2Rows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case whose livret 2 was handed to a jury, written down as these rooms would: the way there is walked elsewhere. */
public final class HandedIn {

    private static final String NUMBER = "RNCP99901";

    private final ApplicationContext context;

    public HandedIn(ApplicationContext context) {
        this.context = context;
    }

    private <T> T the(Class<T> room) {
        return context.getBean(room);
    }

    public JourneyId begun(SignedIn candidate) {
        return the(ActingAs.class)
                .call(candidate, () -> the(Journeys.class).begin(certification().id()));
    }

    private Certification certification() {
        return the(Certifications.class).findByNumber(NUMBER).orElseThrow();
    }

    public EvidenceId attached(
            JourneyId journey, SignedIn candidate, EvidenceKind kind, String name, String type, byte[] content) {
        SignedIn agent = the(ActingAs.class).seeded(Role.AGENT);
        return the(ActingAs.class)
                .call(
                        candidate,
                        () -> the(Evidences.class)
                                .attach(
                                        journey,
                                        agent.certifyingBody(),
                                        candidate.id(),
                                        kind,
                                        name,
                                        type,
                                        new ByteArrayInputStream(content),
                                        content.length));
    }

    public void work(JourneyId journey, Role role, List<SignedIn> people) {
        the(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> people.forEach(one -> the(CaseMembers.class).add(journey, one.id(), role)));
    }

    /** Deposited and assembled: the piece proves the first skill. */
    public void deposited(JourneyId journey, SignedIn candidate, EvidenceId piece) {
        Evidence found = the(Evidences.class).held(journey).stream()
                .filter(one -> one.id().equals(piece))
                .findFirst()
                .orElseThrow();
        SkillBlock block = the(Certifications.class)
                .standard(certification().id())
                .blocks()
                .getFirst();
        Proof proof = new Proof(piece, found.kind(), found.current().sha256(), "1", null);
        Content content = new Content(List.of(new Content.Bloc(
                block.code(),
                block.title(),
                block.skills().stream()
                        .map(skill -> new Content.Entry(
                                skill.id(), skill.code(), skill.statement(), List.of(), Map.of(), List.of(proof)))
                        .toList())));
        String key = "handed-in/" + journey;
        stored(key, "x");
        the(TransactionTemplate.class).executeWithoutResult(status -> {
            the(Livret2Rows.class).insert(journey, 1, List.of(block.code()), Instant.now());
            DepositRows deposits = the(DepositRows.class);
            Deposit deposit = deposits.insert(journey, 1, 1, Instant.now(), candidate.id(), content, 1);
            deposits.assembled(deposit, key, new AssembledFile(1, 1, Sha256.of("x"), Instant.now(), List.of()));
        });
    }

    /** What a row points to is in the store: a backup asks for it. */
    private void stored(String key, String text) {
        try {
            Path file = Files.createTempFile("handed-in", null);
            Files.writeString(file, text);
            the(MadeFiles.class).put(key, file, Files.size(file), Sha256.of(text), "application/pdf");
            Files.delete(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Everybody summoned to a hearing far ahead. */
    public HearingId summoned(JourneyId journey, List<SignedIn> jurors) {
        SessionId session = the(ActingAs.class).call(the(ActingAs.class).seeded(Role.AGENT), () -> {
            SessionId id = the(JurySessions.class)
                    .open(new NewSession(
                            certification().id(),
                            Instant.now().plus(Duration.ofDays(60)),
                            60,
                            JuryMode.BOTH,
                            "Salle 3",
                            null,
                            null));
            jurors.forEach(juror -> the(Panels.class)
                    .seat(
                            id,
                            new Seat.Member(
                                    juror.id(), Seat.SeatRole.MEMBER, true, Seat.College.EMPLOYEE, Seat.Gender.MAN)));
            return id;
        });
        HearingId hearing = HearingId.create();
        the(TransactionTemplate.class).executeWithoutResult(status -> {
            the(HearingRows.class)
                    .insert(hearing, session, the(Journeys.class).find(journey).orElseThrow());
            now("planned_at", hearing);
            now("summoned_at", hearing);
        });
        return hearing;
    }

    public void closesMarks(HearingId hearing) {
        now("marks_closed_at", hearing);
    }

    private void now(String what, HearingId hearing) {
        the(JdbcClient.class)
                .sql("update jury_hearing set " + what + " = utc_timestamp(6) where id = :id")
                .param("id", hearing.value())
                .update();
    }
}
