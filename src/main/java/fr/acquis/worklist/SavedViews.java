package fr.acquis.worklist;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Teams;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.worklist.store.ViewRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the signed-in person keeps of their lists: saved views, words searched, columns chosen. */
@Service
@Transactional
public class SavedViews {

    public static final int LONGEST_NAME = 80;

    private final ViewRows rows;
    private final Teams teams;
    private final CurrentPerson current;
    private final Clock clock;

    SavedViews(ViewRows rows, Teams teams, CurrentPerson current, Clock clock) {
        this.rows = rows;
        this.teams = teams;
        this.current = current;
        this.clock = clock;
    }

    /** The person's own and their teams', by name. */
    @Transactional(readOnly = true)
    public List<SavedView> all() {
        return rows.visible(me());
    }

    @Transactional(readOnly = true)
    public SavedView get(UUID id) {
        return rows.visible(me(), id)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "worklist.refused.no-view"));
    }

    /**
     * @param team whom it is shared with, one of the person's own; null to keep it to oneself
     * @param state the filter as the list's address says it, without words
     */
    public UUID keep(String name, @Nullable UUID team, String state, String words) {
        SignedIn person = current.get();
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.view-name", LONGEST_NAME);
        }
        if (team != null
                && teams.of(person.id()).stream().noneMatch(one -> one.id().equals(team))) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-your-team");
        }
        return rows.keep(person.certifyingBody().value(), me(), team, clean, state, cut(words), clock.instant());
    }

    /** Its owner's to drop. */
    public void drop(UUID id) {
        if (!rows.drop(id, me())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-your-view");
        }
    }

    /** Keeps words out of addresses: an id stands there for them. */
    public UUID remember(String words) {
        return rows.remember(me(), cut(words), clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<String> words(UUID id) {
        return rows.words(me(), id);
    }

    @Transactional(readOnly = true)
    public Set<Column> columns() {
        return rows.columns(me()).map(Column::read).orElse(Column.USUAL);
    }

    public void choose(Set<Column> columns) {
        rows.choose(me(), Column.write(columns));
    }

    private UUID me() {
        return current.get().id().value();
    }

    private static String cut(String words) {
        String clean = words.strip();
        if (clean.length() <= TaskFilter.LONGEST_WORDS) {
            return clean;
        }
        int end = TaskFilter.LONGEST_WORDS;
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end);
    }
}
