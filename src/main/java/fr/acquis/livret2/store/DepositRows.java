package fr.acquis.livret2.store;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.livret2.AssembledFile;
import fr.acquis.livret2.AssembledFile.Place;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Deposit;
import fr.acquis.livret2.DepositSeal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Deposits: their content is written once; the columns about file and check say what became of it. */
@Repository
public class DepositRows {

    private static final String DEPOSITS = """
            select journey_id, attempt, number, deposited_at, deposited_by, content, content_hash, gaps, pieces, pieces_done,
                object_key, size, pages, sha256, assembled_at, places, stale_since,
                verdict, problems, explanation, complete_by, checked_at, checked_by
            from livret2_deposit
            """;

    private static final String ONE = " where journey_id = :journey and attempt = :attempt and number = :number";

    private final JdbcClient database;
    private final JsonMapper json;

    DepositRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Deposits of an attempt, the first one first. */
    public List<Deposit> of(JourneyId journey, int attempt) {
        return database.sql(DEPOSITS + " where journey_id = :journey and attempt = :attempt order by number")
                .param("journey", journey.value())
                .param("attempt", attempt)
                .query(this::deposit)
                .list();
    }

    public Optional<Deposit> latest(JourneyId journey, int attempt) {
        List<Deposit> all = of(journey, attempt);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    public Deposit insert(
            JourneyId journey, int attempt, int number, Instant at, PersonId by, Content content, int pieces) {
        String written = json.writeValueAsString(content);
        Sha256 hash = Sha256.of(written);
        int gaps = content.incomplete().size();
        database.sql("""
                        insert into livret2_deposit
                            (journey_id, attempt, number, deposited_at, deposited_by, content, content_hash, seal, gaps, pieces,
                             pieces_done)
                        values (:journey, :attempt, :number, :at, :by, :content, :hash, :seal, :gaps, :pieces, 0)
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("number", number)
                .param("at", at)
                .param("by", by.value())
                .param("content", written)
                .param("hash", hash.hex())
                .param("seal", DepositSeal.of(hash, content).hash().hex())
                .param("gaps", gaps)
                .param("pieces", pieces)
                .update();
        return new Deposit(
                journey, attempt, number, at, by, content, hash, gaps, new Deposit.Progress(0, pieces), null, null);
    }

    /** What was written, letter by letter as its hash was reckoned. */
    public Optional<String> written(JourneyId journey, int attempt, int number) {
        return database.sql("select content from livret2_deposit" + ONE)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** Deposits with this seal, the first one first: the same may have been handed in twice. */
    public List<Deposit> sealed(Sha256 seal) {
        return database.sql(DEPOSITS + " where seal = :seal order by deposited_at limit 10")
                .param("seal", seal.hex())
                .query(this::deposit)
                .list();
    }

    public void progress(Deposit deposit, int done) {
        one("update livret2_deposit set pieces_done = :done" + ONE, deposit)
                .param("done", done)
                .update();
    }

    /** Notes the object about to be made. @return what an interrupted try left, to be deleted */
    public Optional<String> making(Deposit deposit, String key) {
        Optional<String> left = one(
                        "select making_key from livret2_deposit" + ONE
                                + " and making_key is not null and (object_key is null or making_key <> object_key)",
                        deposit)
                .query(String.class)
                .optional();
        one("update livret2_deposit set making_key = :key, pieces_done = 0" + ONE, deposit)
                .param("key", key)
                .update();
        return left;
    }

    /** @return the key of the file this one replaces, to be deleted after the commit */
    public Optional<String> assembled(Deposit deposit, String key, AssembledFile file) {
        Optional<String> before = objectKey(deposit);
        one("""
                        update livret2_deposit set object_key = :key, size = :size, pages = :pages, sha256 = :sha256,
                            assembled_at = :at, places = :places, pieces_done = pieces, stale_since = null,
                            seal = coalesce(seal, :seal)
                        """ + ONE, deposit)
                .param("key", key)
                .param("size", file.size())
                .param("pages", file.pages())
                .param("sha256", file.sha256().hex())
                .param("at", file.assembledAt())
                .param("places", json.writeValueAsString(file.pieces()))
                .param("seal", deposit.seal().hash().hex())
                .update();
        return before.filter(old -> !old.equals(key));
    }

    public Optional<String> objectKey(Deposit deposit) {
        return one("select object_key from livret2_deposit" + ONE + " and object_key is not null", deposit)
                .query(String.class)
                .optional();
    }

    /** A piece was withdrawn: files it is in no longer hold. @return how many */
    public int stale(JourneyId journey, EvidenceId evidence, Instant since) {
        return database.sql("""
                        update livret2_deposit set stale_since = :since
                        where journey_id = :journey and object_key is not null and stale_since is null and places like :evidence
                        """)
                .param("since", since)
                .param("journey", journey.value())
                .param("evidence", "%" + evidence + "%")
                .update();
    }

    /** Deposits whose file is to be made again, the longest waiting first. */
    public List<Deposit> staleOnes(int most) {
        return database.sql(DEPOSITS + " where stale_since is not null order by stale_since limit :most")
                .param("most", most)
                .query(this::deposit)
                .list();
    }

    public void checked(Deposit deposit, Deposit.Check check) {
        one("""
                        update livret2_deposit set verdict = :verdict, problems = :problems, explanation = :explanation,
                            complete_by = :by, checked_at = :at, checked_by = :person
                        """ + ONE, deposit)
                .param("verdict", check.verdict().name())
                .param("problems", json.writeValueAsString(check.problems()))
                .param("explanation", check.explanation())
                .param("by", check.completeBy())
                .param("at", check.at())
                .param("person", check.by().value())
                .update();
    }

    private StatementSpec one(String sql, Deposit deposit) {
        return database.sql(sql)
                .param("journey", deposit.journey().value())
                .param("attempt", deposit.attempt())
                .param("number", deposit.number());
    }

    private Deposit deposit(ResultSet row, int n) throws SQLException {
        return new Deposit(
                new JourneyId(row.getObject("journey_id", UUID.class)),
                row.getInt("attempt"),
                row.getInt("number"),
                row.getObject("deposited_at", Instant.class),
                new PersonId(row.getObject("deposited_by", UUID.class)),
                json.readValue(row.getString("content"), Content.class),
                new Sha256(row.getString("content_hash")),
                row.getInt("gaps"),
                new Deposit.Progress(row.getInt("pieces_done"), row.getInt("pieces")),
                file(row),
                check(row));
    }

    private @Nullable AssembledFile file(ResultSet row) throws SQLException {
        if (row.getString("object_key") == null || row.getObject("stale_since") != null) {
            return null;
        }
        return new AssembledFile(
                row.getLong("size"),
                row.getInt("pages"),
                new Sha256(row.getString("sha256")),
                row.getObject("assembled_at", Instant.class),
                json.readValue(row.getString("places"), new TypeReference<List<Place>>() {}));
    }

    private Deposit.@Nullable Check check(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Deposit.Check(
                        row.getObject("checked_at", Instant.class),
                        new PersonId(row.getObject("checked_by", UUID.class)),
                        Deposit.Verdict.valueOf(verdict),
                        json.readValue(row.getString("problems"), new TypeReference<List<Deposit.Problem>>() {}),
                        row.getString("explanation"),
                        row.getObject("complete_by", LocalDate.class));
    }
}
