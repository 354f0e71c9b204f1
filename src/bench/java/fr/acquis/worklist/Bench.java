package fr.acquis.worklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The rows all sides hold: numbered, each with a team, perhaps a holder, a certification, a date and a name, drawn by
 * Zipf's law from the number alone; so all sides hold the same, loaded by SQL.
 */
final class Bench {

    static final int PEOPLE = 200;
    static final int TEAMS = 40;
    static final int CERTIFICATIONS = 60;
    static final int FAMILY_NAMES = 2_000;
    static final int GIVEN_NAMES = 300;

    /** Rows of ours among those of others. */
    static final String OURS = "id between cast('01900000-0000-7000-8000-000000000000' as uuid)"
            + " and cast('01900000-0000-7000-8fff-ffffffffffff' as uuid)";

    private Bench() {}

    /** A reproducible number between 0 and 1 for a row; of a checksum, numbers of one row would not be independent. */
    private static String chance(String seq, int salt) {
        return "(conv(substr(md5(concat(%s, '-%d')), 1, 8), 16, 10) / 4294967296)".formatted(seq, salt);
    }

    /** A rank from 0: the first is about as frequent as the second and third together. */
    private static String zipf(String seq, int salt, int n) {
        return "least(%1$d - 1, floor(pow(%1$d, %2$s)) - 1)".formatted(n, chance(seq, salt));
    }

    /** The numbered rows in a table of their own, from which each side is filled. */
    static void fill(Connection database, long rows) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("drop table if exists bench_row");
            sql.execute("""
                    create table bench_row (
                        seq int not null primary key, team int not null, person int null, certification int not null,
                        family int not null, given int not null, due_at datetime(6) not null)
                    """);
            sql.execute("""
                    insert into bench_row
                    select seq, %s, if(%s < 0.5, null, %s), %s, %s, %s,
                           date_add(utc_timestamp(), interval cast(%s * 10000 as integer) minute)
                    from seq_1_to_%d
                    """.formatted(
                            zipf("seq", 1, TEAMS),
                            chance("seq", 2),
                            zipf("seq", 3, PEOPLE),
                            zipf("seq", 4, CERTIFICATIONS),
                            zipf("seq", 5, FAMILY_NAMES),
                            zipf("seq", 6, GIVEN_NAMES),
                            chance("seq", 7),
                            rows));
        }
    }

    /** Two letters and a number, so that beginnings are shared: {@code ba17}. */
    static String name(String rank) {
        return "concat(char(97 + %1$s %% 26 using ascii), char(97 + (%1$s div 26) %% 26 using ascii), 'nom', %1$s)"
                .formatted(rank);
    }

    static String nameOf(int rank) {
        return "" + (char) ('a' + rank % 26) + (char) ('a' + rank / 26 % 26) + "nom" + rank;
    }

    /** Ids that say their number: of a kind, in SQL and here. */
    static String id(String kind, String number) {
        return "cast(concat('01900000-0000-7000-8%s-', lpad(hex(%s), 12, '0')) as uuid)".formatted(kind, number);
    }

    static UUID idOf(String kind, int number) {
        return UUID.fromString("01900000-0000-7000-8%s-%012x".formatted(kind, number));
    }
}
