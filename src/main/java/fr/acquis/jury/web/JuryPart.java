package fr.acquis.jury.web;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import fr.acquis.journey.SharingConsents;
import fr.acquis.jury.BlockDecision;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.JuryHearings.Sitting;
import fr.acquis.jury.JurySession;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Step;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The jury on the page of a case: when and where, then the result bloc by bloc, once it was told. */
@Component
class JuryPart implements CasePart {

    private final JuryHearings hearings;
    private final Certifications certifications;
    private final Worklist worklist;
    private final SharingConsents consents;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Dates dates;

    JuryPart(
            JuryHearings hearings,
            Certifications certifications,
            Worklist worklist,
            SharingConsents consents,
            CurrentPerson current,
            MessageSource messages,
            Dates dates) {
        this.hearings = hearings;
        this.certifications = certifications;
        this.worklist = worklist;
        this.consents = consents;
        this.current = current;
        this.messages = messages;
        this.dates = dates;
    }

    record Meeting(JurySession session, Instant hour, List<String> bring) {}

    record Result(String outcome, Instant heldAt, List<Bloc> blocks) {}

    record Bloc(String title, boolean obtained, @Nullable String reasons) {}

    record Held(List<HeldRow> hearings) {}

    /** @param outcome null before the minutes are signed */
    record HeldRow(
            Sitting sitting,
            Instant hour,
            String state,
            @Nullable String outcome) {}

    @Override
    public List<Stage> stages(Journey journey) {
        List<Sitting> all = hearings.of(journey.id());
        return List.of(new Stage(60, step(journey, all)));
    }

    private Step step(Journey journey, List<Sitting> all) {
        String title = say("jury.step");
        Optional<Sitting> told = all.stream()
                .filter(one ->
                        one.hearing().notifiedAt() != null && one.hearing().attempt() == journey.attempt())
                .findFirst();
        Optional<Sitting> live = live(all).filter(one -> one.hearing().summonedAt() != null);
        if (live.isPresent()) {
            return new Step(
                    Step.State.WAITING,
                    title,
                    say(
                            live.get().session().callsCandidate() ? "jury.step.called" : "jury.step.on-file",
                            dates.weekday(live.get().session().day())),
                    null);
        }
        if (told.isPresent()
                && !current.find().map(me -> consents.resultOpenTo(journey, me)).orElse(true)) {
            return new Step(Step.State.DONE, title, say("jury.step.told"), null);
        }
        if (told.isPresent()) {
            boolean undecided = told.get().hearing().deliberation().outcome().undecided();
            return new Step(
                    undecided ? Step.State.WAITING : Step.State.DONE,
                    title,
                    say("jury.outcome." + told.get().hearing().deliberation().outcome()),
                    null);
        }
        boolean asked = worklist.open(journey.id(), TaskKind.PLAN_HEARING).isPresent();
        return new Step(
                asked && !journey.isOver() ? Step.State.WAITING : Step.State.LATER,
                title,
                asked ? say("jury.step.asked") : null,
                null);
    }

    @Override
    public Optional<NextAction> action(Journey journey, SignedIn reader) {
        if (journey.isOver()) {
            return Optional.empty();
        }
        List<Task> open = worklist.open(journey.id());
        if (reader.is(Role.JUROR)) {
            return live(hearings.of(journey.id()))
                    .flatMap(sitting -> open.stream()
                            .filter(task -> reader.id().equals(task.holder()))
                            .flatMap(task -> toJuror(task, sitting.hearing()).stream())
                            .findFirst());
        }
        if (journey.handledBy(reader)) {
            return open.stream()
                    .flatMap(task -> toAgent(task, journey).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private Optional<NextAction> toJuror(Task task, Hearing hearing) {
        return switch (task.kind()) {
            case EVALUATE -> Optional.of(act("evaluate", "/hearings/" + hearing.id()));
            case DELIBERATE -> Optional.of(act("deliberate", "/hearings/" + hearing.id() + "/deliberation"));
            default -> Optional.empty();
        };
    }

    private Optional<NextAction> toAgent(Task task, Journey journey) {
        return switch (task.kind()) {
            case PLAN_HEARING ->
                Optional.of(act(
                        "plan",
                        live(hearings.of(journey.id()))
                                .map(sitting -> "/sessions/" + sitting.session().id())
                                .orElse("/sessions")));
            case ASSESS_AT_WORK -> Optional.of(act("assess", "/journeys/" + journey.id() + "/workplace-assessment"));
            default -> Optional.empty();
        };
    }

    private NextAction act(String what, String href) {
        String key = "jury.action." + what;
        return new NextAction(say(key), say(key + ".why"), say(key + ".go"), href);
    }

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        List<Sitting> all = hearings.of(journey.id());
        boolean own = journey.candidate().equals(reader.id());
        boolean staff = !own && journey.handledBy(reader);
        List<Panel> panels = new ArrayList<>();
        if (own) {
            live(all)
                    .filter(one -> one.hearing().summonedAt() != null)
                    .ifPresent(one -> panels.add(new Panel(5, "jury/part-meeting", meeting(one))));
        }
        if (own || staff || reader.is(Role.ADVISER) && consents.resultOpenTo(journey, reader)) {
            all.stream()
                    .filter(one -> one.hearing().notifiedAt() != null)
                    .findFirst()
                    .ifPresent(one -> panels.add(new Panel(6, "jury/part-result", result(journey, one))));
        }
        if (staff && !all.isEmpty()) {
            panels.add(new Panel(
                    25,
                    "jury/part-hearings",
                    new Held(all.stream().map(this::row).toList())));
        }
        return panels;
    }

    private static Meeting meeting(Sitting sitting) {
        String bring = sitting.session().bring();
        return new Meeting(
                sitting.session(),
                sitting.session().hour(sitting.hearing()),
                bring == null
                        ? List.of()
                        : bring.lines().filter(line -> !line.isBlank()).toList());
    }

    private Result result(Journey journey, Sitting sitting) {
        Hearing.Deliberation deliberation = sitting.hearing().deliberation();
        return new Result(
                say("jury.outcome." + deliberation.outcome()),
                sitting.session().startsAt(),
                deliberation.decisions().stream()
                        .map(decision -> new Bloc(
                                title(journey, decision),
                                decision.obtained(),
                                decision.reasons().isBlank() ? null : decision.reasons()))
                        .toList());
    }

    private HeldRow row(Sitting sitting) {
        Hearing hearing = sitting.hearing();
        String state = hearing.moved() != null ? "MOVED" : JurySessionPages.state(hearing);
        return new HeldRow(
                sitting,
                sitting.session().hour(hearing),
                "jury.state." + state,
                hearing.signed() ? say("jury.outcome." + hearing.deliberation().outcome()) : null);
    }

    private String title(Journey journey, BlockDecision decision) {
        return certifications
                .standard(journey.certification())
                .block(decision.code())
                .map(SkillBlock::title)
                .orElse(decision.block());
    }

    private static Optional<Sitting> live(List<Sitting> all) {
        return all.stream().filter(one -> one.hearing().live()).findFirst();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
