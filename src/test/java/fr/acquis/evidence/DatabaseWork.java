package fr.acquis.evidence;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the whole server did since the beginning: numbers that do not depend on what else the machine is at. */
final class DatabaseWork {

    private final JdbcClient database;
    private long statementsBefore;
    private long commitsBefore;

    DatabaseWork(JdbcClient database) {
        this.database = database;
    }

    void begin() {
        statementsBefore = counter("Questions");
        commitsBefore = counter("Com_commit");
    }

    double statements() {
        return counter("Questions") - statementsBefore;
    }

    double commits() {
        return counter("Com_commit") - commitsBefore;
    }

    private long counter(String name) {
        return database.sql("select variable_value from information_schema.global_status where variable_name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
