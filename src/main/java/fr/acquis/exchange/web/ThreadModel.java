package fr.acquis.exchange.web;

import fr.acquis.exchange.Exchanges;
import fr.acquis.exchange.Exchanges.Page;
import fr.acquis.exchange.Message;
import fr.acquis.exchange.MessageFiles;
import fr.acquis.exchange.MessageId;
import fr.acquis.exchange.Seats.Seat;
import fr.acquis.exchange.Side;
import fr.acquis.exchange.store.DraftRows;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.CaseTabs;
import fr.acquis.journey.Journey;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a thread or of the notes of a case. */
@Component
class ThreadModel {

    private static final int SHOWN = 30;

    private final Exchanges exchanges;
    private final MessageFiles files;
    private final CaseTabs tabs;
    private final CaseMembers members;
    private final People people;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Dates dates;

    ThreadModel(
            Exchanges exchanges,
            MessageFiles files,
            CaseTabs tabs,
            CaseMembers members,
            People people,
            Organisations organisations,
            MessageSource messages,
            Dates dates) {
        this.exchanges = exchanges;
        this.files = files;
        this.tabs = tabs;
        this.members = members;
        this.people = people;
        this.organisations = organisations;
        this.messages = messages;
        this.dates = dates;
    }

    static String base(JourneyId id, Message.Kind kind) {
        return "/journeys/" + id + (kind == Message.Kind.NOTE ? "/notes" : "/messages");
    }

    /** @param typed what was typed and could not be taken; null to show the draft */
    String page(
            JourneyId id,
            Message.Kind kind,
            @Nullable MessageId before,
            @Nullable String typed,
            Model model,
            Locale locale) {
        Page page = exchanges.page(id, kind, before, SHOWN);
        Seat seat = page.seat();
        Journey journey = seat.journey();
        if (before == null && !page.messages().isEmpty()) {
            exchanges.read(id, kind, page.messages().getLast().id());
        }
        Optional<DraftRows.Draft> draft = exchanges.draft(id, kind);
        boolean own = seat.side() == Side.CANDIDATE;
        model.addAttribute("journey", journey);
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        model.addAttribute("longest", Exchanges.LONGEST);
        model.addAttribute(
                "thread",
                new ThreadView(
                        journey,
                        kind,
                        base(id, kind),
                        tabs.of(journey, seat.person(), base(id, kind), locale),
                        lines(page, locale),
                        page.more()
                                ? base(id, kind) + "?before="
                                        + page.messages().getFirst().id()
                                : null,
                        journey.submittedAt() != null,
                        readers(seat, kind, locale),
                        adviserReads(seat, kind, locale),
                        seat.side() == Side.BODY && kind == Message.Kind.MESSAGE
                                ? exchanges.awaitsSince(id).orElse(null)
                                : null,
                        typed == null ? draft.map(DraftRows.Draft::text).orElse("") : typed,
                        typed == null
                                ? draft.map(kept -> dates.time(kept.savedAt())).orElse(null)
                                : null,
                        kind == Message.Kind.MESSAGE ? files.waiting(id) : List.of(),
                        own));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say(own ? "journey.mine" : "journey.cases", locale), own ? "/journeys" : "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + id),
                        Crumb.here(say("exchange.title." + kind, locale))));
        return "exchange/thread";
    }

    private List<ThreadView.Line> lines(Page page, Locale locale) {
        Seat seat = page.seat();
        String body = organisations
                .find(seat.journey().certifyingBody())
                .map(CertifyingBody::name)
                .orElse("—");
        return page.messages().stream()
                .map(message -> {
                    boolean hidden = message.side() == Side.BODY && seat.side() == Side.CANDIDATE;
                    boolean mine = message.author().equals(seat.person().id());
                    return new ThreadView.Line(
                            message,
                            mine ? say("exchange.me", locale) : hidden ? body : message.authorName(),
                            mine || hidden ? null : say(message.side().messageKey(), locale),
                            message.text() == null ? List.of() : Linked.parts(message.text()),
                            mine,
                            page.isNew(message),
                            exchanges.changeable(message, seat) ? dates.time(exchanges.until(message)) : null);
                })
                .toList();
    }

    /** Who reads what is written here, named: nobody should have to guess. */
    private String readers(Seat seat, Message.Kind kind, Locale locale) {
        Journey journey = seat.journey();
        String body = organisations.find(journey.certifyingBody()).orElseThrow().name();
        String advisers = members.of(journey.id(), Role.ADVISER).stream()
                .flatMap(one -> people.find(one).stream())
                .map(Person::displayName)
                .collect(Collectors.joining(", "));
        if (kind == Message.Kind.NOTE) {
            return advisers.isEmpty() || seat.side() == Side.BODY
                    ? say("exchange.readers.body", locale, body)
                    : say("exchange.readers.body-and-adviser", locale, body, advisers);
        }
        String candidate =
                people.find(journey.candidate()).map(Person::displayName).orElse("—");
        return advisers.isEmpty()
                ? say("exchange.readers.two", locale, candidate, body)
                : say("exchange.readers.three", locale, candidate, body, advisers);
    }

    private List<Choice> adviserReads(Seat seat, Message.Kind kind, Locale locale) {
        if (kind != Message.Kind.NOTE || seat.side() != Side.BODY) {
            return List.of();
        }
        return Stream.of(false, true)
                .map(reads -> Choice.of(String.valueOf(reads), say("exchange.note.adviser." + reads, locale)))
                .toList();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
