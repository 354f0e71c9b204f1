package fr.acquis.admissibility.official;

import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.official.Findings.Found;
import fr.acquis.admissibility.official.Findings.Label;
import fr.acquis.admissibility.official.Findings.Reason;
import fr.acquis.admissibility.official.Findings.Said;
import fr.acquis.admissibility.official.Findings.State;
import fr.acquis.admissibility.official.Findings.Unread;
import fr.acquis.certification.Certification;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Reads the answers of a form into livret 1. */
public final class FormAnswers {

    private static final int MOST_GOALS = 2;

    private final OfficialForm.Answers answers;
    private final Map<String, String> said;
    private final Livret1 held;
    private final Certification certification;
    private final SortedMap<Integer, SkillBlock> blocks;
    private final LocalDate today;
    private final List<Found> found = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private FormAnswers(
            OfficialForm.Answers answers,
            Livret1 held,
            Certification certification,
            Standard standard,
            LocalDate today) {
        this.answers = answers;
        this.said = answers.said();
        this.held = held;
        this.certification = certification;
        this.blocks = BlockNumbers.of(standard);
        this.today = today;
    }

    public static Findings read(
            OfficialForm form,
            Map<String, String> values,
            Livret1 held,
            Certification certification,
            Standard standard,
            LocalDate today) {
        FormAnswers reading = new FormAnswers(form.answers(values), held, certification, standard, today);
        reading.read();
        Set<String> known = new LinkedHashSet<>();
        form.fields().forEach(line -> known.add(line.field()));
        values.forEach((field, value) -> {
            if (!known.contains(field)) {
                reading.unread.add(new Unread(Label.of("admissibility.official.field", field), value, Reason.NO_PLACE));
            }
        });
        return new Findings(List.copyOf(reading.found), List.copyOf(reading.unread));
    }

    private void read() {
        Scalars scalars = new Scalars(said, held, found, unread);
        answers.contradictory().stream().sorted().forEach(this::contradictory);
        boolean theSame = sameCertification();
        scalars.word("request.nature", "nature");
        if (theSame) {
            target();
        }
        List.of("option", "pathway", "firstLanguage", "secondLanguage")
                .forEach(part -> scalars.text("request.variant." + part, "admissibility.request." + part));
        prerequisites();
        List.of("birthName", "useName", "givenNames").forEach(part -> scalars.text("identity." + part));
        scalars.date("identity.birthDate");
        scalars.text("identity.nationality");
        scalars.word("identity.gender", "gender");
        scalars.level("identity.educationLevel");
        scalars.level("identity.certificationLevel");
        scalars.text("identity.certificationsHeld");
        List.of("address", "addressComplement", "postalCode", "city", "country", "phone", "email")
                .forEach(part -> scalars.text("contact." + part));
        scalars.word("situation.status", "status");
        scalars.text("situation.idcc");
        goals();
        new FormExperiences(said, held, today, found, unread).read();
        if (theSame) {
            blocks();
        }
        statement(scalars);
        here();
    }

    private void contradictory(String path) {
        String label =
                path.startsWith("prerequisite.") ? "admissibility.section.PREREQUISITES" : "admissibility." + path;
        unread.add(new Unread(Label.of(label), "", Reason.CONTRADICTORY));
    }

    /** The blocs of another certification are not this one's. */
    private boolean sameCertification() {
        String number = said.getOrDefault("certification.number", "").replaceAll("\\D", "");
        String ours =
                certification.number() == null ? "" : certification.number().replaceAll("\\D", "");
        boolean same = number.isEmpty() || ours.isEmpty() || number.equals(ours);
        if (!same) {
            unread.add(new Unread(
                    Label.of("admissibility.official.certification"),
                    said.get("certification.number"),
                    Reason.OTHER_CERTIFICATION));
        }
        return same;
    }

    private void target() {
        Set<String> chosen = new LinkedHashSet<>();
        List<String> titles = new ArrayList<>();
        said.keySet().stream()
                .filter(path -> path.startsWith("request.block."))
                .map(path -> Integer.valueOf(path.substring("request.block.".length())))
                .sorted()
                .forEach(number -> {
                    SkillBlock block = blocks.get(number);
                    if (block == null) {
                        unread.add(new Unread(
                                Label.of("admissibility.request.blocks"), "BC" + number, Reason.UNKNOWN_BLOCK));
                    } else {
                        chosen.add(block.code().value());
                        titles.add(block.title());
                    }
                });
        String target = said.get("request.target");
        if (target == null && chosen.isEmpty()) {
            return;
        }
        Livret1.Target aimed = target == null ? Livret1.Target.BLOCKS : Livret1.Target.valueOf(target);
        Livret1.Request now = held.request();
        boolean same = now.target() == aimed && now.blocks().equals(chosen);
        Said read = titles.isEmpty()
                ? Said.words(List.of("admissibility.target." + aimed))
                : Said.text(String.join("\u00a0; ", titles));
        add(
                "request.target",
                Label.of("admissibility.request.target"),
                state(same, now.target() == null),
                read,
                now.target() == null ? null : Said.words(List.of("admissibility.target." + now.target())),
                livret -> livret.with(new Livret1.Request(
                        livret.request().nature(),
                        aimed,
                        chosen,
                        livret.request().prerequisites(),
                        livret.request().variant(),
                        livret.request().portal())));
    }

    private void prerequisites() {
        List<Livret1.Prerequisite> lines = IntStream.rangeClosed(1, Livret1.MOST_PREREQUISITES)
                .mapToObj(n -> new Livret1.Prerequisite(
                        said.get("prerequisite." + n + ".label"),
                        Labels.yesOrNo(said.getOrDefault("prerequisite." + n + ".held", ""))
                                .orElse(null)))
                .filter(line -> line.label() != null)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        List<Livret1.Prerequisite> now = held.request().prerequisites();
        add(
                "request.prerequisites",
                Label.of("admissibility.section.PREREQUISITES"),
                state(now.equals(lines), now.isEmpty()),
                Said.text(inWords(lines)),
                now.isEmpty() ? null : Said.text(inWords(now)),
                livret -> livret.with(livret.request().with(lines)));
    }

    private static String inWords(List<Livret1.Prerequisite> lines) {
        return String.join(
                "\u00a0; ",
                lines.stream()
                        .map(line -> line.held() == null
                                ? line.label()
                                : line.label() + "\u00a0: " + (line.held() ? Livret1Answers.YES : Livret1Answers.NO))
                        .toList());
    }

    private void goals() {
        Set<Livret1.Goal> goals = new LinkedHashSet<>();
        for (Livret1.Goal goal : Livret1.Goal.values()) {
            if (said.containsKey("situation.goal." + goal)) {
                goals.add(goal);
            }
        }
        if (goals.size() > MOST_GOALS) {
            unread.add(new Unread(Label.of("admissibility.situation.goals"), "", Reason.TOO_MANY_GOALS));
            return;
        }
        if (goals.isEmpty()) {
            return;
        }
        Set<Livret1.Goal> now = held.situation().goals();
        add(
                "situation.goals",
                Label.of("admissibility.situation.goals"),
                state(now.equals(goals), now.isEmpty()),
                words(goals),
                now.isEmpty() ? null : words(now),
                livret -> livret.with(new Livret1.Situation(
                        livret.situation().status(), livret.situation().idcc(), goals)));
    }

    private static Said words(Set<Livret1.Goal> goals) {
        return Said.words(
                goals.stream().map(goal -> "admissibility.goal." + goal).toList());
    }

    private void blocks() {
        FormBlocks reading = new FormBlocks(said, held, found, unread);
        blocks.forEach(reading::read);
        said.keySet().stream()
                .filter(path -> path.matches("block\\.\\d+\\.comment"))
                .map(path -> Integer.valueOf(path.split("\\.")[1]))
                .filter(number -> !blocks.containsKey(number))
                .sorted()
                .forEach(number -> unread.add(new Unread(
                        Label.of("admissibility.official.block", "BC" + number),
                        said.get("block." + number + ".comment"),
                        Reason.UNKNOWN_BLOCK)));
    }

    private void statement(Scalars scalars) {
        LabelledText.Parts comment = LabelledText.read(said.getOrDefault("statement.comment", ""), Labels.STATEMENT);
        boolean later =
                comment.labelled().getOrDefault(Labels.ACCOMPANIMENT, "").equalsIgnoreCase(Labels.LATER);
        scalars.word("statement.accompaniment", "accompaniment", later ? "LATER" : said.get("statement.accompaniment"));
        scalars.text("statement.comment", "admissibility.statement.comment", comment.text());
        scalars.consent("statement.shareAdmissibility");
        scalars.consent("statement.shareResult");
    }

    /** What a form carries and what only counts when it is done here. */
    private void here() {
        if (said.containsKey("filing.date") || said.containsKey("filing.signature")) {
            unread.add(new Unread(
                    Label.of("admissibility.official.signature"),
                    said.getOrDefault("filing.date", ""),
                    Reason.SIGNED_HERE));
        }
        if (said.keySet().stream().anyMatch(path -> path.startsWith("piece."))) {
            unread.add(new Unread(Label.of("admissibility.section.PIECES"), "", Reason.ATTACHED_HERE));
        }
    }

    private void add(String key, Label label, State state, Said read, Said now, UnaryOperator<Livret1> change) {
        found.add(new Found(key, label, state, read, now, false, change));
    }

    static State state(boolean same, boolean nothingThere) {
        return same ? State.SAME : nothingThere ? State.NEW : State.DIFFERENT;
    }
}
