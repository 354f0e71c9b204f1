package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Teams;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Tab;
import fr.acquis.worklist.BulkVerb;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.Priority;
import fr.acquis.worklist.SavedViews;
import fr.acquis.worklist.Sort;
import fr.acquis.worklist.Stage;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPages;
import fr.acquis.worklist.View;
import fr.acquis.worklist.store.Counters;
import fr.acquis.worklist.store.Counters.Badges;
import fr.acquis.worklist.store.FilterChoices;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.Row;
import fr.acquis.worklist.web.FilterAddress.Asked;
import fr.acquis.worklist.web.ListView.Choices;
import fr.acquis.worklist.web.ListView.Line;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what the page of the list shows. */
@Component
class ListPages {

    private final TaskList list;
    private final Counters counters;
    private final FilterChoices choices;
    private final SavedViews views;
    private final CaseMarks marks;
    private final TaskPages pages;
    private final Teams teams;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Clock clock;

    ListPages(
            TaskList list,
            Counters counters,
            FilterChoices choices,
            SavedViews views,
            CaseMarks marks,
            TaskPages pages,
            Teams teams,
            People people,
            CurrentPerson current,
            MessageSource messages,
            Clock clock) {
        this.list = list;
        this.counters = counters;
        this.choices = choices;
        this.views = views;
        this.marks = marks;
        this.pages = pages;
        this.teams = teams;
        this.people = people;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    ListView page(Asked asked, @Nullable UUID after, boolean cut, Locale locale) {
        SignedIn me = current.get();
        List<Row> rows = list.rows(me, asked.filter(), after == null ? null : new TaskId(after));
        boolean more = rows.size() > TaskList.PAGE;
        List<Line> shown = lines(more ? rows.subList(0, TaskList.PAGE) : rows);
        return new ListView(
                asked.filter(),
                asked.query(),
                shown,
                more
                        ? "/worklist?" + asked.query() + "&after="
                                + shown.getLast().row().id()
                        : null,
                tabs(me, asked.filter().view(), locale),
                views.all(),
                views.columns(),
                choices(me, locale),
                teams.of(me.id()).stream()
                        .map(team -> Choice.of(team.id().toString(), team.name()))
                        .toList(),
                verbs(me),
                me.isStaff() && !me.is(Role.ADMIN),
                cut);
    }

    private static List<BulkVerb> verbs(SignedIn me) {
        if (me.is(Role.MANAGER)) {
            return List.of(BulkVerb.values());
        }
        if (me.is(Role.AGENT)) {
            return List.of(BulkVerb.ASSIGN, BulkVerb.TAG, BulkVerb.REMIND, BulkVerb.ASK_DOCUMENT);
        }
        return me.is(Role.ADVISER) ? List.of(BulkVerb.TAG, BulkVerb.REMIND, BulkVerb.ASK_DOCUMENT) : List.of();
    }

    List<Line> lines(List<Row> rows) {
        var tags = marks.of(
                rows.stream().map(row -> row.journey().value()).distinct().toList());
        return rows.stream()
                .map(row -> new Line(
                        row,
                        pages.path(row.task()),
                        priority(row),
                        tags.getOrDefault(row.journey().value(), List.of())))
                .toList();
    }

    private Priority priority(Row row) {
        return Priority.of(row.task(), row.followUp(), row.returnedBy(), clock.instant());
    }

    private List<Tab> tabs(SignedIn me, View shown, Locale locale) {
        Badges badges = counters.of(me);
        return Arrays.stream(View.values())
                .map(view -> new Tab(
                        messages.getMessage(view.messageKey(), null, locale),
                        "/worklist?view=" + view,
                        view == shown,
                        switch (view) {
                            case MINE -> badges.mine();
                            case TEAM -> badges.team();
                            case UNASSIGNED -> badges.unassigned();
                            default -> 0;
                        }))
                .toList();
    }

    private Choices choices(SignedIn me, Locale locale) {
        var body = me.certifyingBody();
        return new Choices(
                Arrays.stream(Stage.values())
                        .map(stage -> said(stage.name(), stage.messageKey(), locale))
                        .toList(),
                Arrays.stream(TaskKind.values())
                        .filter(kind -> kind.audience() != Role.CANDIDATE)
                        .map(kind -> said(kind.name(), kind.messageKey(), locale))
                        .toList(),
                body == null
                        ? List.of()
                        : choices.asked(body).stream()
                                .map(one -> Choice.of(one.id().toString(), one.name()))
                                .toList(),
                body == null
                        ? List.of()
                        : choices.branches(body).stream()
                                .map(branch -> Choice.of(branch, branch))
                                .toList(),
                body == null
                        ? List.of()
                        : Stream.of(Role.AGENT, Role.MANAGER, Role.ADVISER)
                                .flatMap(role -> people.holding(role, body).stream())
                                .distinct()
                                .map(person -> Choice.of(person.id().toString(), person.displayName()))
                                .toList(),
                body == null
                        ? List.of()
                        : teams.all(body).stream()
                                .map(team -> Choice.of(team.id().toString(), team.name()))
                                .toList(),
                marks.all().stream()
                        .map(tag -> Choice.of(tag.id().toString(), tag.name()))
                        .toList(),
                Arrays.stream(Sort.values())
                        .map(sort -> said(sort.name(), sort.messageKey(), locale))
                        .toList());
    }

    private Choice said(String value, String key, Locale locale) {
        return Choice.of(value, messages.getMessage(key, null, locale));
    }
}
