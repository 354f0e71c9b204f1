package fr.acquis.notification;

import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How soon each person is told of what. */
@Service
@Transactional
public class Paces {

    private final JdbcClient database;
    private final Clock clock;

    Paces(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Pace of(PersonId person, Subject subject) {
        return subject.always() ? Pace.AT_ONCE : of(person).get(subject);
    }

    @Transactional(readOnly = true)
    public Map<Subject, Pace> of(PersonId person) {
        Map<Subject, Pace> paces = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            paces.put(subject, Pace.AT_ONCE);
        }
        database.sql("select subject, pace from notification_pace where person_id = :person")
                .param("person", person.value())
                .query(row -> {
                    paces.put(Subject.valueOf(row.getString("subject")), Pace.valueOf(row.getString("pace")));
                });
        return paces;
    }

    /** @throws BusinessRefusal for what the law has people told of */
    public void choose(PersonId person, Subject subject, Pace pace) {
        if (subject.always() && pace != Pace.AT_ONCE) {
            throw new BusinessRefusal(Kind.INVALID, "notification.refused.always");
        }
        database.sql("""
                        insert into notification_pace (person_id, subject, pace, chosen_at)
                        values (:person, :subject, :pace, :at)
                        on duplicate key update pace = :pace, chosen_at = :at
                        """)
                .param("person", person.value())
                .param("subject", subject.name())
                .param("pace", pace.name())
                .param("at", clock.instant())
                .update();
    }
}
