package fr.acquis.worklist.web;

import fr.acquis.shell.Choice;
import fr.acquis.shell.Tab;
import fr.acquis.worklist.BulkVerb;
import fr.acquis.worklist.Column;
import fr.acquis.worklist.Priority;
import fr.acquis.worklist.SavedView;
import fr.acquis.worklist.Tag;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.View;
import fr.acquis.worklist.store.TaskList.Row;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the list shows.
 *
 * @param query the filter as an address says it, words by their id
 * @param next the following page, null on the last
 * @param cut whether the words typed were longer than what is looked for
 */
public record ListView(
        TaskFilter filter,
        String query,
        List<Line> rows,
        @Nullable String next,
        List<Tab> tabs,
        List<SavedView> saved,
        Set<Column> columns,
        Choices choices,
        List<Choice> myTeams,
        List<BulkVerb> verbs,
        boolean exports,
        boolean cut) {

    /** A row with where it leads and why it matters. */
    public record Line(Row row, String path, Priority priority, List<Tag> tags) {}

    /** What can be chosen from in the filter. */
    public record Choices(
            List<Choice> stages,
            List<Choice> kinds,
            List<Choice> certifications,
            List<Choice> branches,
            List<Choice> holders,
            List<Choice> teams,
            List<Choice> tags,
            List<Choice> sorts) {}

    public boolean isActsOnMany() {
        return !verbs.isEmpty() && !rows.isEmpty() && !isDone();
    }

    public List<Column> allColumns() {
        return List.of(Column.values());
    }

    public boolean shows(String column) {
        return columns.contains(Column.valueOf(column));
    }

    public boolean isDone() {
        return filter.view() == View.DONE;
    }
}
