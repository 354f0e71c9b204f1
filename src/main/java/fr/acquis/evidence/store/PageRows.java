package fr.acquis.evidence.store;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.PageSheet;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.TimeOrderedUuid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Drawn pages, those being drawn and those asked for; any instance may draw one by a lease. */
@Repository
@Transactional
public class PageRows {

    private final JdbcClient database;
    private final Clock clock;

    PageRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public enum State {
        WAITING,
        DRAWN,
        /** Cannot be drawn; the file itself may still be opened. */
        FAILED
    }

    /**
     * @param sheet null until it is drawn
     * @param covered whether a number is black on it; null until it is drawn, or where it was drawn before that was told
     */
    public record Drawn(
            State state,
            @Nullable Integer pages,
            @Nullable PageSheet sheet,
            @Nullable Boolean covered) {}

    /** Asks for a page, and for those behind it; what is drawn already stays. */
    public void want(EvidenceId id, int number, int page, int last) {
        for (int next = page; next <= last; next++) {
            want(id, number, next, next > page);
        }
    }

    /** Asks for pages nobody looks at yet. */
    public void ask(EvidenceId id, int number, List<Integer> some) {
        for (int page : some) {
            want(id, number, page, true);
        }
    }

    private void want(EvidenceId id, int number, int page, boolean ahead) {
        database.sql("""
                        insert into evidence_page (evidence_id, number, page, state, ahead, available_at, seen_at)
                        values (:id, :number, :page, 'WAITING', :ahead, :now, :now)
                        on duplicate key update ahead = ahead and :ahead
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("page", page)
                .param("ahead", ahead)
                .param("now", clock.instant())
                .update();
    }

    public Optional<Drawn> find(EvidenceId id, int number, int page) {
        return one("select state, pages, sheet, covered from evidence_page", id, number, page)
                .query((row, n) -> new Drawn(
                        State.valueOf(row.getString("state")),
                        row.getObject("pages", Integer.class),
                        row.getString("sheet") == null ? null : PageSheet.of(row.getString("sheet")),
                        row.getObject("covered", Boolean.class)))
                .optional();
    }

    /** How many pages the document has, once one of them was drawn. */
    public Optional<Integer> pages(EvidenceId id, int number) {
        return database
                .sql("select max(pages) from evidence_page where evidence_id = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .query((row, n) -> row.getObject(1, Integer.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    public Set<Integer> drawn(EvidenceId id, int number, int from, int to) {
        return database
                .sql("""
                        select page from evidence_page
                        where evidence_id = :id and number = :number and page between :from and :to and state = 'DRAWN'
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    public void seen(EvidenceId id, int number, int page) {
        one("update evidence_page set seen_at = :now", id, number, page)
                .param("now", clock.instant())
                .update();
    }

    /** Takes the page that has waited longest among those somebody looks at, then among the others. */
    public Optional<Leased> take(Duration lease) {
        return take("", lease, null);
    }

    /** Takes another page of the same document, whose file is at hand. */
    public Optional<Leased> takeAlong(Leased before, Duration lease) {
        return take(" and evidence_id = :id and number = :number", lease, before);
    }

    private Optional<Leased> take(String among, Duration lease, @Nullable Leased before) {
        UUID token = TimeOrderedUuid.next();
        Instant now = clock.instant();
        JdbcClient.StatementSpec statement = database.sql("""
                        update evidence_page set lease = :token, available_at = :until, tries = tries + 1
                        where state = 'WAITING' and available_at <= :now
                        """ + among + " order by ahead, available_at limit 1")
                .param("token", token)
                .param("until", now.plus(lease))
                .param("now", now);
        if (before != null) {
            statement.param("id", before.evidence().value()).param("number", before.number());
        }
        return statement.update() == 0 ? Optional.empty() : leased(token);
    }

    private Optional<Leased> leased(UUID token) {
        return database.sql("""
                        select p.evidence_id, p.number, p.page, p.tries, v.object_key, v.file_type, e.journey_id
                        from evidence_page p
                        join evidence_version v on v.evidence_id = p.evidence_id and v.number = p.number
                        join evidence e on e.id = p.evidence_id
                        where p.lease = :token
                        """)
                .param("token", token)
                .query((row, n) -> leased(token, row))
                .optional();
    }

    private static Leased leased(UUID token, ResultSet row) throws SQLException {
        return new Leased(
                token,
                new EvidenceId(row.getObject("evidence_id", UUID.class)),
                row.getInt("number"),
                row.getInt("page"),
                row.getInt("tries"),
                row.getString("object_key"),
                FileType.valueOf(row.getString("file_type")),
                new JourneyId(row.getObject("journey_id", UUID.class)));
    }

    /** @return false when the lease was lost, or the piece went meanwhile: the drawing is then nobody's */
    public boolean finish(Leased page, int pages, PageSheet sheet, long size) {
        return database.sql("""
                        update evidence_page set state = 'DRAWN', pages = :pages, sheet = :sheet, covered = :covered, size = :size,
                            lease = null
                        where lease = :token and state = 'WAITING'
                        """)
                        .param("pages", pages)
                        .param("sheet", sheet.written())
                        .param("covered", sheet.covered())
                        .param("size", size)
                        .param("token", page.token())
                        .update()
                == 1;
    }

    public void fail(Leased page) {
        database.sql("update evidence_page set state = 'FAILED', lease = null where lease = :token")
                .param("token", page.token())
                .update();
    }

    /** Gives a page back undrawn: it was not its fault, so the try does not count. */
    public void giveBack(Leased page, Duration pause) {
        database.sql("""
                        update evidence_page set lease = null, available_at = :from, tries = tries - 1
                        where lease = :token and state = 'WAITING'
                        """)
                .param("from", clock.instant().plus(pause))
                .param("token", page.token())
                .update();
    }

    /** The page cost its process: the try counts. */
    public void again(Leased page) {
        database.sql(
                        "update evidence_page set lease = null, available_at = :now where lease = :token and state = 'WAITING'")
                .param("now", clock.instant())
                .param("token", page.token())
                .update();
    }

    /** Keys of everything drawn of a piece. */
    public List<String> keys(EvidenceId id) {
        return database
                .sql("select number, page from evidence_page where evidence_id = :id and state = 'DRAWN'")
                .param("id", id.value())
                .query((row, n) -> new Place(id, row.getInt("number"), row.getInt("page")))
                .list()
                .stream()
                .flatMap(place -> place.keys().stream())
                .toList();
    }

    /** The store lost what can be made again. */
    public void drawAgain(Place lost) {
        one("update evidence_page set state = 'WAITING', tries = 0", lost.evidence(), lost.number(), lost.page())
                .update();
    }

    /** What all drawings weigh: looks at every one of them, so not to be asked before each of many steps. */
    @Transactional(readOnly = true)
    public long weight() {
        return database.sql("select coalesce(sum(size), 0) from evidence_page where state = 'DRAWN'")
                .query(Long.class)
                .single();
    }

    /** Forgets some of the drawings looked at longest ago, until so many bytes are forgotten. */
    public Shed shed(long bytes, int atOnce) {
        List<Weighed> oldest = database.sql("""
                        select evidence_id, number, page, size from evidence_page where state = 'DRAWN'
                        order by seen_at limit :most for update
                        """)
                .param("most", atOnce)
                .query((row, n) -> new Weighed(place(row), row.getLong("size")))
                .list();
        long gone = 0;
        List<String> keys = new ArrayList<>();
        for (Weighed one : oldest) {
            if (gone >= bytes) {
                break;
            }
            Place place = one.place();
            one("delete from evidence_page", place.evidence(), place.number(), place.page())
                    .update();
            gone += one.bytes();
            keys.addAll(place.keys());
        }
        return new Shed(keys, gone);
    }

    /** Pages of a piece that are drawn or to be drawn. */
    @Transactional(readOnly = true)
    public Set<Place> places(EvidenceId id) {
        return Set.copyOf(database.sql("select evidence_id, number, page from evidence_page where evidence_id = :id")
                .param("id", id.value())
                .query((row, n) -> place(row))
                .list());
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                new EvidenceId(row.getObject("evidence_id", UUID.class)), row.getInt("number"), row.getInt("page"));
    }

    private JdbcClient.StatementSpec one(String sql, EvidenceId id, int number, int page) {
        return database.sql(sql + " where evidence_id = :id and number = :number and page = :page")
                .param("id", id.value())
                .param("number", number)
                .param("page", page);
    }

    /** A page of a version, and where its drawings are stored. */
    public record Place(EvidenceId evidence, int number, int page) {

        public String drawing() {
            return key("jpg");
        }

        public String thumbnail() {
            return key("small.jpg");
        }

        List<String> keys() {
            return List.of(drawing(), thumbnail());
        }

        private String key(String end) {
            return "pages/%s/%d/%d.%s".formatted(evidence, number, page, end);
        }
    }

    private record Weighed(Place place, long bytes) {}

    /** Keys of what is to be deleted; none when there was nothing left. */
    public record Shed(List<String> keys, long bytes) {}

    public record Leased(
            UUID token,
            EvidenceId evidence,
            int number,
            int page,
            int tries,
            String objectKey,
            FileType type,
            JourneyId journey) {

        public Place place() {
            return new Place(evidence, number, page);
        }
    }
}
