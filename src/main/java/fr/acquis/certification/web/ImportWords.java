package fr.acquis.certification.web;

import fr.acquis.certification.AccessWay;
import fr.acquis.certification.ChangeKind;
import fr.acquis.certification.FicheField;
import fr.acquis.certification.ImportState;
import fr.acquis.certification.Level;
import fr.acquis.certification.RefusedLine;
import fr.acquis.certification.RegisterChange;
import fr.acquis.certification.RegisterImport;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Fact;
import fr.acquis.shell.Tab;
import fr.acquis.shell.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An import of the register in the reader's words. */
@Component
class ImportWords {

    private static final long MEGABYTE = 1 << 20;

    private final RuleWords words;
    private final Dates dates;

    ImportWords(RuleWords words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    /**
     * @param done of {@code total}, in what the label counts
     * @param line more about where the work is; null when there is nothing to add
     * @param explanation what happened and what is kept; null while it works
     */
    record View(
            RegisterImport of,
            Tone tone,
            String state,
            String started,
            String label,
            long done,
            long total,
            @Nullable String line,
            @Nullable String explanation,
            List<Fact> facts) {}

    /** @param note how many lines of a list stay as they are; null when none or no list */
    record FieldRow(
            String label,
            List<String> before,
            List<String> after,
            @Nullable String note) {}

    record ChangeRow(RegisterChange of, List<FieldRow> fields) {}

    View view(RegisterImport one) {
        long unit = one.state() == ImportState.READING ? MEGABYTE : 1;
        long total = Math.max(1, one.workTotal() / unit);
        return new View(
                one,
                tone(one),
                words.say("certification.importState." + one.state()),
                dates.moment(one.startedAt()),
                words.say("certification.import.work." + (one.state().working() ? one.state() : "READING")),
                Math.min(total, one.workDone() / unit),
                total,
                one.linesRead() == 0
                        ? null
                        : words.say("certification.import.lines", one.linesRead(), one.fichesRead(), one.fichesKept()),
                explanation(one),
                facts(one));
    }

    private static Tone tone(RegisterImport one) {
        return switch (one.state()) {
            case READING, COMPARING, APPLYING -> Tone.WAIT;
            case COMPARED -> Tone.BRAND;
            case APPLIED, UNCHANGED -> Tone.OK;
            case CANCELLED -> Tone.NEUTRAL;
            case BROKEN -> Tone.BAD;
            case INTERRUPTED -> Tone.WARN;
        };
    }

    private @Nullable String explanation(RegisterImport one) {
        boolean decided = one.decidedAt() != null;
        return switch (one.state()) {
            case READING, COMPARING, APPLYING -> null;
            case COMPARED -> words.say("certification.import.compared", one.changes());
            case APPLIED -> words.say("certification.import.applied", one.changes());
            case UNCHANGED -> words.say("certification.import.unchanged", one.same());
            case CANCELLED, INTERRUPTED ->
                words.say("certification.import." + one.state() + (decided ? ".partly" : ".nothing"));
            case BROKEN -> {
                String problem = words.say(
                        "certification.import.problem." + one.problem(),
                        one.problemDetail() == null ? "" : one.problemDetail());
                yield problem + " " + words.say("certification.import.broken" + (decided ? ".partly" : ".nothing"));
            }
        };
    }

    private List<Fact> facts(RegisterImport one) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("file", one.fileName()));
        facts.add(fact("size", words.say("certification.import.megabytes", Math.max(1, one.fileBytes() / MEGABYTE))));
        facts.add(fact("received", dates.moment(one.startedAt())));
        if (one.decidedAt() != null) {
            facts.add(fact("decided", dates.moment(one.decidedAt())));
        }
        if (!one.state().working() && one.fichesRead() > 0) {
            facts.add(fact("fiches", words.say("certification.import.number", one.fichesRead())));
            facts.add(fact("kept", words.say("certification.import.number", one.fichesKept())));
            facts.add(fact("same", words.say("certification.import.number", one.same())));
            facts.add(fact("aside", words.say("certification.import.number", one.aside())));
            facts.add(fact("absent", words.say("certification.import.number", one.absent())));
        }
        return facts;
    }

    private Fact fact(String name, String value) {
        return new Fact(words.say("certification.import.fact." + name), value);
    }

    /** Kinds that have changes, and the refused lines. */
    List<Tab> tabs(RegisterImport one, @Nullable ChangeKind shown) {
        String here = "/certifications/imports/" + one.id();
        List<Tab> tabs = new ArrayList<>();
        for (ChangeKind kind : ChangeKind.values()) {
            if (one.count(kind) > 0) {
                tabs.add(new Tab(words.word(kind), here + "?kind=" + kind, kind == shown, one.count(kind)));
            }
        }
        if (one.refused() > 0) {
            tabs.add(new Tab(
                    words.say("certification.import.refused"), here + "?refused=true", shown == null, one.refused()));
        }
        return tabs;
    }

    @Nullable
    ChangeKind firstKind(RegisterImport one) {
        return Arrays.stream(ChangeKind.values())
                .filter(kind -> one.count(kind) > 0)
                .findFirst()
                .orElse(null);
    }

    ChangeRow change(RegisterChange change) {
        return new ChangeRow(change, change.fields().stream().map(this::field).toList());
    }

    private FieldRow field(RegisterChange.Difference difference) {
        List<String> before = lines(difference.field(), difference.before());
        List<String> after = lines(difference.field(), difference.after());
        List<String> gone =
                before.stream().filter(line -> !after.contains(line)).toList();
        List<String> come =
                after.stream().filter(line -> !before.contains(line)).toList();
        int stays = before.size() - gone.size();
        return new FieldRow(
                words.word(difference.field()),
                gone,
                come,
                stays == 0 ? null : words.say("certification.import.stays", stays));
    }

    private List<String> lines(FicheField field, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return switch (field) {
            case FROM, UNTIL -> List.of(dates.day(LocalDate.parse(text)));
            case LEVEL ->
                List.of(words.say("certification.level", Level.valueOf(text).number()));
            case ACTIVE -> List.of(words.say("certification.active." + text));
            case WAYS ->
                text.lines().map(way -> words.word(AccessWay.valueOf(way))).toList();
            case TITLE, SUCCESSOR, CERTIFIERS, BLOCKS, JOBS, CONVENTIONS ->
                text.lines().toList();
        };
    }

    /** Cells of the table of refused lines. */
    List<List<String>> refusals(List<RefusedLine> lines) {
        return lines.stream()
                .map(line -> List.of(
                        line.number().isEmpty() ? words.say("certification.import.refused.unnamed") : line.number(),
                        line.file(),
                        words.say("certification.import.number", line.line()),
                        words.say("certification.import.reason." + line.reason())))
                .toList();
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }
}
