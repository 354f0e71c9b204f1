package fr.acquis.mortal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks into the database past the product. */
final class Rows {

    private final JdbcClient database;

    Rows(String url) {
        database = JdbcClient.create(new DriverManagerDataSource(url));
    }

    boolean exist(String sql, Object... parameters) {
        return !texts(sql, parameters).isEmpty();
    }

    /** The first column of each row, as text. */
    List<String> texts(String sql, Object... parameters) {
        return database.sql(sql)
                .params(List.of(parameters))
                .query((row, n) -> row.getString(1))
                .list();
    }

    void change(String sql, Object... parameters) {
        database.sql(sql).params(List.of(parameters)).update();
    }
}
