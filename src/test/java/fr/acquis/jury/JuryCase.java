package fr.acquis.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.Grid.BlockMark;
import fr.acquis.jury.Grid.Level;
import fr.acquis.jury.Grid.SkillMark;
import fr.acquis.jury.Seat.College;
import fr.acquis.jury.Seat.Gender;
import fr.acquis.jury.Seat.SeatRole;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a case before a jury through the real services, and lets its people act. */
@TestComponent
public class JuryCase {

    public static final Duration SOON = FiledCase.SOON;

    private final ActingAs as;
    private final FiledCase cases;
    private final People people;
    private final Worklist worklist;
    private final JurySessions sessions;
    private final Panels panels;
    private final SessionPublication publication;
    private final Evaluations evaluations;
    private final Deliberations deliberations;
    private final HearingRows hearings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JuryCase(
            ActingAs as,
            FiledCase cases,
            People people,
            Worklist worklist,
            JurySessions sessions,
            Panels panels,
            SessionPublication publication,
            Evaluations evaluations,
            Deliberations deliberations,
            HearingRows hearings,
            TransactionTemplate transaction,
            Clock clock) {
        this.as = as;
        this.cases = cases;
        this.people = people;
        this.worklist = worklist;
        this.sessions = sessions;
        this.panels = panels;
        this.publication = publication;
        this.evaluations = evaluations;
        this.deliberations = deliberations;
        this.hearings = hearings;
        this.transaction = transaction;
        this.clock = clock;
    }

    public SignedIn agent() {
        return as.seeded(Role.AGENT);
    }

    /** A juror nobody else uses. */
    public SignedIn newJuror(String givenName) {
        SignedIn agent = agent();
        PersonId id = transaction.execute(status -> {
            PersonId person = people.register(new People.NewPerson(
                    "jury-" + UUID.randomUUID() + "@acquis.example", givenName, "Juré", null, null));
            people.grant(person, Role.JUROR, agent.certifyingBody());
            return person;
        });
        return new SignedIn(
                id, givenName + " Juré", Set.of(Role.JUROR), agent.certifyingBody(), agent.certifyingBodyName());
    }

    public JourneyId admitted(SignedIn candidate, String number, Set<SkillBlockCode> target) {
        return cases.admitted(candidate, number, target);
    }

    /** Admitted, livret 2 deposited and checked: the case waits for what comes before its jury. */
    public JourneyId deposited(SignedIn candidate, String number, Set<SkillBlockCode> target) {
        JourneyId id = admitted(candidate, number, target);
        String later = Journeys.engineDate(clock.instant().plus(Duration.ofDays(20)));
        answer(candidate, id, TaskKind.WRITE_LIVRET2, Map.of("reviewWanted", false, "reviewDue", later));
        answer(agent(), id, TaskKind.CHECK_FILE, Map.of("fileCheck", "COMPLETE", "completionDue", later));
        answer(candidate, id, TaskKind.CHOOSE_SUPPORT, Map.of("supportChoice", "NONE", "assignmentDue", later));
        return id;
    }

    public JourneyId waitingForJury(SignedIn candidate) {
        JourneyId id = deposited(candidate, "RNCP99901", Set.of());
        awaitTask(id, TaskKind.PLAN_HEARING);
        return id;
    }

    /** What another room would do with its own task. */
    private void answer(SignedIn person, JourneyId id, TaskKind kind, Map<String, Object> routing) {
        awaitTask(id, kind);
        as.run(person, () -> transaction.executeWithoutResult(status -> worklist.submit(id, kind, routing)));
    }

    public Task awaitTask(JourneyId id, TaskKind kind) {
        return cases.task(id, kind);
    }

    /** A session that begins with the day, of four jurors, two women and two men, the first presiding. */
    public SessionId session(String number, List<SignedIn> jurors, JuryMode mode, LocalDate day) {
        return as.call(agent(), () -> {
            SessionId id = sessions.open(new NewSession(
                    cases.certification(number).id(),
                    day.atStartOfDay(LegalClock.ZONE).toInstant(),
                    60,
                    mode,
                    "12 rue de l’Exemple, Paris, salle 3",
                    null,
                    "Une pièce d’identité\nVotre livret 2"));
            for (int place = 0; place < jurors.size(); place++) {
                panels.seat(
                        id,
                        new Seat.Member(
                                jurors.get(place).id(),
                                place == 0 ? SeatRole.PRESIDENT : SeatRole.MEMBER,
                                true,
                                place % 2 == 0 ? College.EMPLOYER : College.EMPLOYEE,
                                place % 2 == 0 ? Gender.WOMAN : Gender.MAN));
            }
            return id;
        });
    }

    public List<SignedIn> fourJurors() {
        List<SignedIn> jurors = new ArrayList<>();
        for (String name : List.of("Awa", "Bruno", "Chloé", "David")) {
            jurors.add(newJuror(name));
        }
        return jurors;
    }

    public LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }

    /** Enters the case, publishes, and waits until everybody is summoned. */
    public Hearing summoned(SessionId session, JourneyId journey) {
        as.run(agent(), () -> {
            assertThat(sessions.addHearings(session, List.of(journey))).allMatch(RowAnswer::done);
            assertThat(publication.publish(session, "Délais plus courts acceptés par toutes les personnes."))
                    .allMatch(RowAnswer::done);
        });
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(hearings.live(journey).orElseThrow().summonedAt())
                                .isNotNull());
        return hearings.live(journey).orElseThrow();
    }

    public void evaluates(SignedIn juror, Hearing hearing, String comment, Set<SkillBlockCode> shown) {
        awaitSeatOf(juror, hearing);
        as.run(juror, () -> {
            evaluations.declare(hearing.id(), false);
            evaluations.save(hearing.id(), grid(hearing, comment, shown));
            evaluations.handIn(hearing.id());
        });
    }

    public void awaitSeatOf(SignedIn juror, Hearing hearing) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist.open(hearing.journey()).stream()
                                .filter(task -> task.kind() == TaskKind.EVALUATE)
                                .map(Task::holder))
                        .contains(juror.id()));
    }

    public Grid grid(Hearing hearing, String comment, Set<SkillBlockCode> shown) {
        Map<String, SkillMark> skills = new HashMap<>();
        Map<String, BlockMark> blocks = new HashMap<>();
        for (SkillBlock block : evaluations.examined(hearing)) {
            boolean yes = shown.contains(block.code());
            block.skills()
                    .forEach(skill -> skills.put(
                            skill.id().toString(), new SkillMark(yes ? Level.SHOWN : Level.PARTLY, comment)));
            blocks.put(block.code().value(), new BlockMark(yes ? 80 : 40, null, comment));
        }
        return new Grid(skills, blocks);
    }

    public List<BlockDecision> decisions(Hearing hearing, Set<SkillBlockCode> obtained) {
        return evaluations.examined(hearing).stream()
                .map(block -> obtained.contains(block.code())
                        ? new BlockDecision(block.code().value(), true, 3, 1, "")
                        : new BlockDecision(
                                block.code().value(),
                                false,
                                1,
                                3,
                                "Les situations décrites ne montrent pas encore l’autonomie attendue."))
                .toList();
    }

    /** Decided bloc by bloc and signed. */
    public void decided(SignedIn president, Hearing hearing, Set<SkillBlockCode> obtained) {
        as.run(president, () -> {
            deliberations.decide(hearing.id(), decisions(hearing, obtained), null);
            deliberations.sign(hearing.id());
        });
    }

    public List<SkillBlockCode> codes(String number) {
        return cases.codes(number);
    }

    public Instant now() {
        return clock.instant();
    }
}
