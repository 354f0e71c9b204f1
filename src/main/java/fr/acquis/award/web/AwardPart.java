package fr.acquis.award.web;

import fr.acquis.award.Appeal;
import fr.acquis.award.Appeals;
import fr.acquis.award.AwardDocument;
import fr.acquis.award.AwardDocuments;
import fr.acquis.award.Closings;
import fr.acquis.award.NextSteps;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Ending;
import fr.acquis.journey.Journey;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Step;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The end of the way on the page of a case. */
@Component
class AwardPart implements CasePart {

    private final Appeals appeals;
    private final NextSteps steps;
    private final AwardDocuments documents;
    private final Closings closings;
    private final Worklist worklist;
    private final MessageSource messages;
    private final Dates dates;

    AwardPart(
            Appeals appeals,
            NextSteps steps,
            AwardDocuments documents,
            Closings closings,
            Worklist worklist,
            MessageSource messages,
            Dates dates) {
        this.appeals = appeals;
        this.steps = steps;
        this.documents = documents;
        this.closings = closings;
        this.worklist = worklist;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public List<Stage> stages(Journey journey) {
        List<Stage> stages = new ArrayList<>();
        appeals.pending(journey.id())
                .ifPresent(appeal -> stages.add(new Stage(
                        appeal.about() == Appeal.About.REFUSAL ? 25 : 85,
                        new Step(
                                Step.State.WAITING,
                                say("award.step.appeal"),
                                say("award.step.appeal.examined"),
                                say("award.step.by", dates.day(dates.day(appeal.examinationDue())))))));
        stages.add(new Stage(90, award(journey)));
        return stages;
    }

    private Step award(Journey journey) {
        String title = say("award.step");
        if (journey.ending() == Ending.CERTIFIED) {
            return new Step(
                    Step.State.DONE, title, say("award.step.certified", dates.day(dates.day(journey.endedAt()))), null);
        }
        if (journey.ending() == Ending.STOPPED) {
            return new Step(Step.State.DONE, title, say("award.step.stopped"), null);
        }
        if (journey.isOver()) {
            return new Step(Step.State.BLOCKED, title, null, null);
        }
        if (worklist.open(journey.id(), TaskKind.DELIVER_CERTIFICATE).isPresent()) {
            return new Step(Step.State.WAITING, title, say("award.step.cpne"), null);
        }
        return steps.asked(journey.id())
                ? new Step(Step.State.NOW, title, say("award.step.choose"), null)
                : new Step(Step.State.LATER, title, null, null);
    }

    @Override
    public Optional<NextAction> action(Journey journey, SignedIn reader) {
        if (journey.isOver()) {
            return Optional.empty();
        }
        String base = "/journeys/" + journey.id();
        if (journey.candidate().equals(reader.id())) {
            if (steps.asked(journey.id())) {
                return Optional.of(action("award.action.next", base + "/next"));
            }
            return appeals.open(journey)
                    .filter(open -> open.about() == Appeal.About.REFUSAL)
                    .map(open -> new NextAction(
                            say("award.action.appeal"),
                            say("award.action.appeal.why", dates.day(open.lastDay())),
                            say("award.action.appeal.go"),
                            base + "/appeal"));
        }
        return reader.is(Role.MANAGER) && appeals.pending(journey.id()).isPresent()
                ? Optional.of(action("award.action.examine", base + "/appeal"))
                : Optional.empty();
    }

    private NextAction action(String key, String href) {
        return new NextAction(say(key), say(key + ".why"), say(key + ".go"), href);
    }

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        List<Panel> panels = new ArrayList<>();
        closings.of(journey.id()).ifPresent(closing -> panels.add(new Panel(5, "award/closed", closing)));
        List<Appeal> filed = appeals.of(journey.id());
        if (!filed.isEmpty()) {
            panels.add(new Panel(22, "award/appeals", filed));
        }
        List<AwardDocument> issued = documents.of(journey.id());
        if (!issued.isEmpty()) {
            panels.add(new Panel(8, "award/documents", issued));
        }
        if (reader.is(Role.MANAGER)
                && !journey.isOver()
                && !journey.isDraft()
                && journey.certifyingBody().equals(reader.certifyingBody())) {
            panels.add(new Panel(90, "award/verbs", journey));
        }
        return panels;
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
