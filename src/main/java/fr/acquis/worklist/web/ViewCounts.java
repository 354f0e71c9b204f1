package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.worklist.SavedView;
import fr.acquis.worklist.SavedViews;
import fr.acquis.worklist.store.TaskList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what saved views hold for the signed-in person: two members of a team may see different numbers. */
@Component
class ViewCounts {

    private final SavedViews views;
    private final FilterAddress addresses;
    private final TaskList list;
    private final CurrentPerson current;

    ViewCounts(SavedViews views, FilterAddress addresses, TaskList list, CurrentPerson current) {
        this.views = views;
        this.addresses = addresses;
        this.list = list;
        this.current = current;
    }

    /** @param count no more than was counted to */
    record Counted(SavedView view, int count) {}

    List<Counted> all(int most) {
        return views.all().stream()
                .map(view -> new Counted(
                        view,
                        list.count(
                                current.get(),
                                addresses.read(view.state()).filter().saying(view.words()),
                                most)))
                .toList();
    }
}
