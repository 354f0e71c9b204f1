package fr.acquis.mortal;

import static org.awaitility.Awaitility.await;

import fr.acquis.mortal.Ledger.Act;
import fr.acquis.shared.Sha256;
import fr.acquis.visit.CompleteLivret1;
import fr.acquis.visit.Visitor;
import fr.acquis.visit.Visitor.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * A case from its first page to its end, by a candidate and an agent who do not give up: without an answer they look whether
 * it was done, and do it again if it was not.
 */
final class Case {

    /** How it goes. */
    enum Way {
        ADMITTED,
        REFUSED,
        COMPLETED_AND_ADMITTED,
        ABANDONED,
        /** Filed, and nobody decides. */
        LEFT
    }

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Rows rows;
    private final Ledger ledger;
    private final Visitor candidate;
    private final Visitor agent;
    private String id;

    Case(Rows rows, Ledger ledger, Visitor candidate, Visitor agent) {
        this.rows = rows;
        this.ledger = ledger;
        this.candidate = candidate;
        this.agent = agent;
    }

    void go(Way way) {
        begin();
        file();
        switch (way) {
            case ADMITTED -> admit();
            case REFUSED -> refuse();
            case COMPLETED_AND_ADMITTED -> {
                askCompletion();
                complete();
                admit();
            }
            case ABANDONED -> abandon();
            case LEFT -> awaitTask("DECIDE_ADMISSIBILITY");
        }
    }

    private void begin() {
        String certification = rows.texts("select id from certification where number = 'RNCP99901'")
                .getFirst();
        until(() -> {
            Answer answer = candidate.post("/journeys", Map.of("certification", List.of(certification)));
            if (answer.done()) {
                id = answer.location().substring(answer.location().lastIndexOf('/') + 1);
            }
            return look(candidate, answer, Answer::done);
        });
        CompleteLivret1.pages()
                .forEach((page, fields) ->
                        until(() -> look(candidate, candidate.post(path("/livret1/" + page), fields), Answer::done)));
    }

    private void file() {
        attach("IDENTITY_DOCUMENT", 4 << 10);
        attachInParts("PAYSLIP");
        act(
                Act.SUBMIT,
                candidate,
                () -> candidate.post(path("/livret1/submission"), Map.of()),
                "select id from journey where id = ? and submitted_at is not null");
    }

    private void attach(String kind, int size) {
        byte[] content = CompleteLivret1.pdf(size);
        attach(
                Sha256.of(content).hex(),
                () -> look(
                        candidate,
                        candidate.upload(path("/evidence"), kind, "piece.pdf", content),
                        came -> came.status() == 201));
    }

    private void attachInParts(String kind) {
        SentFile file = SentFile.ofParts(1);
        attach(file.hash(), () -> {
            Answer found = file.find(candidate, path("/evidence"), kind);
            return look(candidate, found, begun -> begun.status() == 201)
                    && look(candidate, file.goOn(candidate, found), file::takenWhole);
        });
    }

    private void attach(String hash, Callable<Boolean> send) {
        until(() -> {
            if (rows.exist("select sha256 from evidence_version where sha256 = ?", hash)) {
                return true;
            }
            boolean taken = send.call();
            if (taken) {
                ledger.acknowledged(id, Act.ATTACH, hash);
            }
            return taken;
        });
    }

    private void admit() {
        awaitTask("DECIDE_ADMISSIBILITY");
        act(
                Act.ADMIT,
                agent,
                () -> agent.post(path("/decision/admissible"), Map.of("comment", List.of("Bien."))),
                "select journey_id from admissibility_decision where journey_id = ?");
    }

    private void refuse() {
        awaitTask("DECIDE_ADMISSIBILITY");
        act(
                Act.REFUSE,
                agent,
                () -> agent.post(
                        path("/decision/refusal"),
                        Map.of("criterion", List.of("Rapport direct"), "reason", List.of("Aucune activité."))),
                "select journey_id from admissibility_decision where journey_id = ?");
    }

    private void askCompletion() {
        awaitTask("DECIDE_ADMISSIBILITY");
        act(
                Act.ASK_COMPLETION,
                agent,
                () -> agent.post(path("/decision/completion"), Map.of("piece", List.of("Certificat de travail"))),
                "select journey_id from completion_request where journey_id = ?");
    }

    private void complete() {
        awaitTask("COMPLETE_LIVRET1");
        attach("WORK_CERTIFICATE", 4 << 10);
        act(
                Act.COMPLETE,
                candidate,
                () -> candidate.post(path("/livret1/completion"), Map.of()),
                "select journey_id from completion_request where journey_id = ? and answered_at is not null");
    }

    /** At once: whatever the process is doing meanwhile. */
    private void abandon() {
        act(
                Act.ABANDON,
                candidate,
                () -> candidate.post(path("/abandon"), Map.of()),
                "select id from journey where id = ? and ended_at is not null");
    }

    private void awaitTask(String kind) {
        await("task " + kind + " of " + id)
                .atMost(PATIENCE)
                .pollInterval(GLANCE)
                .until(() -> rows.exist(
                        "select id from worklist_task where journey_id = ? and kind = ? and state = 'OPEN'", id, kind));
    }

    /** @param done finds a row once the act has its effect, whether or not anybody was told */
    private void act(Act act, Visitor who, Callable<Answer> click, String done) {
        until(() -> {
            if (rows.exist(done, id)) {
                return true;
            }
            boolean told = look(who, click.call(), Answer::done);
            if (told) {
                ledger.acknowledged(id, act, "");
            }
            return told;
        });
    }

    private static boolean look(Visitor who, Answer answer, Predicate<Answer> done) throws IOException {
        if (answer.signedOut()) {
            who.signIn();
            return false;
        }
        return done.test(answer);
    }

    private void until(Callable<Boolean> done) {
        await("case " + id)
                .atMost(PATIENCE)
                .pollInterval(GLANCE)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    try {
                        return done.call();
                    } catch (IOException noAnswer) {
                        ledger.unanswered();
                        return false;
                    }
                });
    }

    private String path(String rest) {
        return "/journeys/" + id + rest;
    }
}
