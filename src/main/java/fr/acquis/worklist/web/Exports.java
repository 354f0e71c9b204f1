package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.shell.Dates;
import fr.acquis.worklist.Column;
import fr.acquis.worklist.SavedViews;
import fr.acquis.worklist.Tag;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.Row;
import fr.acquis.worklist.web.ListView.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes exactly what a filter holds, with the columns its reader chose, page after page: never all rows at once in memory. */
@Component
class Exports {

    private static final int PAGE = 500;

    private final TaskList list;
    private final ListPages pages;
    private final SavedViews views;
    private final CurrentPerson current;
    private final Dates dates;
    private final MessageSource messages;

    Exports(
            TaskList list,
            ListPages pages,
            SavedViews views,
            CurrentPerson current,
            Dates dates,
            MessageSource messages) {
        this.list = list;
        this.pages = pages;
        this.views = views;
        this.current = current;
        this.dates = dates;
        this.messages = messages;
    }

    /** Takes one line after the other. */
    interface Sheet extends AutoCloseable {

        void line(List<String> cells) throws IOException;

        @Override
        void close() throws IOException;
    }

    void write(TaskFilter filter, Sheet sheet, Locale locale) throws IOException {
        Set<Column> columns = views.columns();
        sheet.line(heads(columns, locale));
        SignedIn me = current.get();
        TaskId after = null;
        List<Row> rows;
        do {
            rows = list.rows(me, filter, after, PAGE);
            List<Row> page = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
            for (Line line : pages.lines(page)) {
                sheet.line(cells(line, columns, locale));
            }
            after = page.isEmpty() ? null : page.getLast().id();
        } while (rows.size() > PAGE);
    }

    private List<String> heads(Set<Column> columns, Locale locale) {
        List<String> heads = new ArrayList<>(List.of(
                say("worklist.export.candidate", locale),
                say("worklist.export.task", locale),
                say("worklist.export.due", locale)));
        columns.stream()
                .sorted()
                .map(column -> say(column.messageKey(), locale))
                .forEach(heads::add);
        return heads;
    }

    private List<String> cells(Line line, Set<Column> columns, Locale locale) {
        Row row = line.row();
        List<String> cells = new ArrayList<>(List.of(
                row.candidate(),
                say(row.kind().messageKey(), locale),
                dates.day(row.due()).toString()));
        columns.stream()
                .sorted()
                .map(column -> cell(line, column, locale))
                .map(cell -> cell == null ? "" : cell)
                .forEach(cells::add);
        return cells;
    }

    private @Nullable String cell(Line line, Column column, Locale locale) {
        Row row = line.row();
        return switch (column) {
            case CASE_NUMBER -> row.caseNumber();
            case CERTIFICATION -> row.certification();
            case BRANCH -> row.branch();
            case STAGE -> say(row.kind().stage().messageKey(), locale);
            case HOLDER -> row.holder();
            case TEAM -> row.team();
            case TAGS -> line.tags().stream().map(Tag::name).collect(Collectors.joining(", "));
            case WHY ->
                line.priority().reasons().stream()
                        .map(reason -> messages.getMessage(reason.messageKey(), new Object[] {reason.value()}, locale))
                        .collect(Collectors.joining(", "));
            case AGE -> dates.day(row.task().createdAt()).toString();
        };
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
