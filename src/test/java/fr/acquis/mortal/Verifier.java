package fr.acquis.mortal;

import fr.acquis.devservices.DevServices;
import fr.acquis.mortal.Ledger.Act;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares database, engine, object store and mail server with each other and with what people were told. */
final class Verifier {

    private final Rows rows;
    private final Ledger ledger;
    private final DevServices services;

    Verifier(Rows rows, Ledger ledger, DevServices services) {
        this.rows = rows;
        this.ledger = ledger;
        this.services = services;
    }

    /** Every broken invariant, in words. */
    List<String> violations(CamundaClient engine) {
        List<String> found = new ArrayList<>();
        ledger.entries().forEach(entry -> acknowledged(entry, found));
        rowsAlone(found);
        engine(engine, found);
        objects(found);
        mails(found);
        return found;
    }

    private void acknowledged(Ledger.Entry told, List<String> found) {
        boolean there = switch (told.act()) {
            case ATTACH -> rows.texts("""
                                                select e.id from evidence e join evidence_version v on v.evidence_id = e.id
                                                where e.journey_id = ? and v.sha256 = ?
                                                """, told.journey(), told.detail()).size() == 1;
            case SUBMIT -> once(told, "submit-livret1");
            case ADMIT -> decided(told, "RECEVABLE");
            case REFUSE -> decided(told, "NON_RECEVABLE");
            case ASK_COMPLETION -> once(told, "request-completion");
            case COMPLETE -> once(told, "complete-file");
            case ABANDON -> once(told, "end-journey");
        };
        if (!there) {
            found.add("%s was acknowledged and is not there once: %s".formatted(told.act(), told.journey()));
        }
    }

    private boolean once(Ledger.Entry told, String action) {
        return rows.texts("select number from audit_entry where subject_id = ? and action = ?", told.journey(), action)
                        .size()
                == 1;
    }

    private boolean decided(Ledger.Entry told, String outcome) {
        return once(told, "decide-admissibility")
                && rows.exist(
                        "select journey_id from admissibility_decision where journey_id = ? and outcome = ?",
                        told.journey(),
                        outcome);
    }

    private void rowsAlone(List<String> found) {
        none(found, "submitted, without one audit entry of it", """
                select id from journey where submitted_at is not null
                  and 1 <> (select count(*) from audit_entry where subject_id = journey.id and action = 'submit-livret1')
                """);
        none(found, "decided, without one audit entry of it", """
                select journey_id from admissibility_decision
                where 1 <> (select count(*) from audit_entry
                            where subject_id = journey_id and action = 'decide-admissibility')
                """);
        none(found, "decided in one table and not in the other", """
                select j.id from journey j left join admissibility_decision d on d.journey_id = j.id
                where (j.decided_at is null) <> (d.journey_id is null)
                """);
        none(found, "task submitted and never done", "select id from worklist_task where state = 'SUBMITTED'");
        none(found, "command never sent", """
                select concat(journey_id, ' ', seq) from engine_command where state = 'PENDING'
                """);
        none(found, "command parked and no manager asked", """
                select concat(journey_id, ' ', seq, ' ', answer) from engine_command c where state = 'PARKED'
                  and not exists (select 1 from worklist_task t
                                  where t.journey_id = c.journey_id and t.kind = 'COMMAND_PARKED' and t.state = 'OPEN')
                """);
        none(found, "journey still due in the outbox", """
                select journey_id from engine_journey where head_due is not null or lease_owner is not null
                """);
        none(found, "job running without anybody", """
                select concat(job_type, ' ', job_key) from engine_job
                where state = 'RUNNING' and lease_until < utc_timestamp(6)
                """);
        none(found, "event its listener never saw", "select concat(LISTENER_ID, ' ', STATUS) from EVENT_PUBLICATION");
        letters(found);
    }

    private void letters(List<String> found) {
        none(found, "decision without one letter", """
                select d.journey_id from admissibility_decision d
                where 1 <> (select count(*) from letter l where l.journey_id = d.journey_id
                              and l.template = case d.outcome when 'RECEVABLE' then 'admissible'
                                  when 'NON_RECEVABLE' then 'not-admissible' else 'tacit-decision' end)
                """);
        none(found, "decision without one mail", """
                select d.journey_id from admissibility_decision d
                where 1 <> (select count(*) from mail m where m.journey_id = d.journey_id and m.status = 'SENT'
                              and m.notification = case d.outcome when 'RECEVABLE' then 'admitted'
                                  when 'NON_RECEVABLE' then 'not-admitted' else 'tacitly-admitted' end)
                """);
        none(found, "submission without one mail", """
                select j.id from journey j where submitted_at is not null
                  and 1 <> (select count(*) from mail m where m.journey_id = j.id and m.notification = 'livret1-received')
                """);
        none(found, "examined file without one receipt", """
                select t.journey_id from worklist_task t where t.kind = 'DECIDE_ADMISSIBILITY'
                  and 1 <> (select count(*) from letter l where l.journey_id = t.journey_id and l.template = 'receipt')
                """);
        none(found, "request for completion without one letter", """
                select r.journey_id from completion_request r
                where (select count(*) from completion_request a where a.journey_id = r.journey_id)
                   <> (select count(*) from letter l
                       where l.journey_id = r.journey_id and l.template = 'completion-request')
                """);
        none(found, "abandon without one letter", """
                select j.id from journey j where j.ending = 'ABANDONED' and j.submitted_at is not null
                  and 1 <> (select count(*) from letter l where l.journey_id = j.id and l.template = 'abandonment')
                """);
    }

    private void none(List<String> found, String what, String sql) {
        rows.texts(sql).forEach(row -> found.add(what + ": " + row));
    }

    private void engine(CamundaClient engine, List<String> found) {
        Set<String> tasks = engine
                .newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED))
                .page(page -> page.limit(10_000))
                .send()
                .join()
                .items()
                .stream()
                .map(task -> Long.toString(task.getUserTaskKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        same(found, "open task", "the engine", tasks, "the worklist", rows.texts("""
                select task_key from worklist_task where state = 'OPEN' and task_key is not null
                """));
        Set<String> instances = engine
                .newProcessInstanceSearchRequest()
                .filter(filter -> filter.state(ProcessInstanceState.ACTIVE))
                .page(page -> page.limit(10_000))
                .send()
                .join()
                .items()
                .stream()
                .filter(instance -> instance.getProcessDefinitionId().equals("journey"))
                .map(instance -> Long.toString(instance.getProcessInstanceKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        same(found, "live process", "the engine", instances, "the journeys", rows.texts("""
                select coalesce(e.process_instance_key, concat('none for ', j.id))
                from journey j left join engine_journey e on e.journey_id = j.id where j.submitted_at is not null and j.ended_at is null
                """));
        engine.newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .send()
                .join()
                .items()
                .forEach(incident ->
                        found.add("incident: " + incident.getElementId() + " " + incident.getErrorMessage()));
    }

    private static void same(
            List<String> found, String what, String here, Set<String> ours, String there, List<String> theirs) {
        ours.stream()
                .filter(one -> !theirs.contains(one))
                .forEach(one -> found.add("%s %s: in %s, not in %s".formatted(what, one, here, there)));
        theirs.stream()
                .filter(one -> !ours.contains(one))
                .forEach(one -> found.add("%s %s: in %s, not in %s".formatted(what, one, there, here)));
    }

    private void objects(List<String> found) {
        Path bucket = services.objects().resolve(services.settings().get("acquis.store.bucket"));
        try (Stream<Path> files = Files.walk(bucket.resolve("journeys"))) {
            Set<String> objects = files.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            same(found, "object", "the store", objects, "the rows", rows.texts("""
                    select object_key from evidence_version where content_erased_at is null
                    """));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A mail may come again after a death, under the same name; none is missing, none is unknown. */
    private void mails(List<String> found) {
        Map<String, Integer> received = new HashMap<>();
        services.mail().received().forEach(mail -> {
            try {
                String id = mail.getMessageID();
                received.merge(id.substring(1, id.indexOf('@')), 1, Integer::sum);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
        same(found, "mail", "the post", received.keySet(), "the rows", rows.texts("""
                select id from mail where status = 'SENT'
                """));
        none(found, "mail not sent", "select concat(id, ' ', status) from mail where status <> 'SENT'");
    }

    /** Mails that came more than once. */
    long repeatedMails() {
        return services.mail().received().size()
                - rows.texts("select id from mail where status = 'SENT'").size();
    }

    long acknowledged(Act act) {
        return ledger.entries().stream().filter(entry -> entry.act() == act).count();
    }
}
