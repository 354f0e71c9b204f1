package fr.acquis.worklist.store;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What moved lately, for pages that are open. */
@Repository
public class Changes {

    private final JdbcClient database;

    Changes(JdbcClient database) {
        this.database = database;
    }

    public void forgetBefore(Instant instant) {
        database.sql("delete from worklist_change where at < :before")
                .param("before", instant)
                .update();
    }
}
