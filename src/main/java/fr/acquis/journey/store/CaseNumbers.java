package fr.acquis.journey.store;

import fr.acquis.shared.CertifyingBodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Case numbers people can say on the phone: {@code VAE-2026-00042}, counted per certifying body and year. */
@Repository
public class CaseNumbers {

    private final JdbcClient database;

    CaseNumbers(JdbcClient database) {
        this.database = database;
    }

    public String next(CertifyingBodyId body, int year) {
        database.sql("""
                        insert into case_number_counter (certifying_body_id, year, last_number) values (:body, :year, 1)
                        on duplicate key update last_number = last_number + 1
                        """).param("body", body.value()).param("year", year).update();
        int number = database.sql(
                        "select last_number from case_number_counter where certifying_body_id = :body and year = :year")
                .param("body", body.value())
                .param("year", year)
                .query(Integer.class)
                .single();
        return "VAE-%d-%05d".formatted(year, number);
    }
}
