package fr.acquis.award;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.SkillBlock;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What waits for the CPNE, and its word on many at once. */
@Service
public class Deliveries {

    private final CpneDecisions decisions;
    private final Worklist worklist;
    private final Journeys journeys;
    private final Certifications certifications;
    private final AcquiredBlocks blocks;
    private final AwardCases cases;
    private final People people;
    private final CurrentPerson current;

    Deliveries(
            CpneDecisions decisions,
            Worklist worklist,
            Journeys journeys,
            Certifications certifications,
            AcquiredBlocks blocks,
            AwardCases cases,
            People people,
            CurrentPerson current) {
        this.decisions = decisions;
        this.worklist = worklist;
        this.journeys = journeys;
        this.certifications = certifications;
        this.blocks = blocks;
        this.cases = cases;
        this.people = people;
        this.current = current;
    }

    /** By certification and day of the result, the most pressing first. */
    public List<Group> waiting() {
        PersonId me = current.get().id();
        Map<String, List<Waiting>> groups = new LinkedHashMap<>();
        for (Task task : worklist.waiting(TaskKind.DELIVER_CERTIFICATE)) {
            Journey journey = journeys.find(task.journey()).orElseThrow();
            Waiting row = new Waiting(
                    journey,
                    name(journey.candidate()),
                    blocks(journey),
                    AwardCases.day(task.due()),
                    task.holder() == null || task.holder().equals(me) ? null : name(task.holder()));
            LocalDate result = AwardCases.day(task.createdAt());
            groups.computeIfAbsent(journey.certification() + " " + result, first -> new ArrayList<>())
                    .add(row);
        }
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Group group(String key, List<Waiting> rows) {
        Journey first = rows.getFirst().journey();
        return new Group(
                certifications.get(first.certification()),
                LocalDate.parse(key.substring(key.indexOf(' ') + 1)),
                cases.rule(first, RegulationParameters.CPNE_ROLE).value().name(),
                cases.rule(first, RegulationParameters.CPNE_ROLE).source(),
                rows.stream().sorted(Comparator.comparing(Waiting::candidate)).toList());
    }

    /** Delivers each by itself: one that cannot be does not hold back the others. */
    public List<Answer> deliver(List<JourneyId> ids) {
        List<Answer> answers = new ArrayList<>();
        for (JourneyId id : new LinkedHashSet<>(ids)) {
            String candidate = journeys.find(id)
                    .filter(journey ->
                            journey.certifyingBody().equals(current.get().certifyingBody()))
                    .map(journey -> name(journey.candidate()))
                    .orElse("—");
            try {
                decisions.deliver(id);
                answers.add(new Answer(candidate, true, "award.delivered", List.of()));
            } catch (BusinessRefusal no) {
                answers.add(new Answer(candidate, false, no.key(), List.of(no.arguments())));
            }
        }
        return answers;
    }

    private List<BlockLine> blocks(Journey journey) {
        List<SkillBlock> standard =
                certifications.standard(journey.certification()).blocks();
        return blocks.heldFor(journey).stream()
                .map(held -> new BlockLine(
                        held.code().value(),
                        standard.stream()
                                .filter(block -> block.code().equals(held.code()))
                                .map(SkillBlock::title)
                                .findFirst()
                                .orElse(""),
                        held))
                .toList();
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }

    /**
     * Results of one certification and one day, as a session gives them.
     *
     * @param cpneRole what the règlement lets the CPNE do, with its source
     */
    public record Group(
            Certification certification, LocalDate resultOn, String cpneRole, String source, List<Waiting> rows) {}

    /** @param holder who took it; null when nobody but the reader */
    public record Waiting(
            Journey journey,
            String candidate,
            List<BlockLine> blocks,
            LocalDate due,
            @Nullable String holder) {}

    public record BlockLine(String code, String title, AcquiredBlock held) {}

    /** What became of one row. */
    public record Answer(String candidate, boolean done, String messageKey, List<Object> values) {}
}
