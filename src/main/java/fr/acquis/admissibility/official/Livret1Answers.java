package fr.acquis.admissibility.official;

import fr.acquis.admissibility.Dispensations;
import fr.acquis.admissibility.Livret1;
import fr.acquis.certification.Certification;
import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.Standard;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Livret 1 as the answers of a form, by path; what a form has no field for stands at the head of the nearest text. */
public final class Livret1Answers {

    static final String YES = "Oui";
    static final String NO = "Non";

    /** Rows of skills a bloc has room for; what is beyond joins the last one. */
    private static final int ROWS = 13;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Set<String> paths;
    private final About about;

    /**
     * What the form says besides livret 1.
     *
     * @param filedOn null for a draft
     * @param signature what stands for it once filed
     * @param pieces codes of the pieces that are given
     */
    public record About(
            Certification certification,
            Standard standard,
            @Nullable LocalDate filedOn,
            @Nullable String signature,
            Set<String> pieces,
            LocalDate today) {}

    private Livret1Answers(Set<String> paths, About about) {
        this.paths = paths;
        this.about = about;
    }

    public static Map<String, String> of(Livret1 livret, About about, OfficialForm form) {
        return new Livret1Answers(form.paths(), about).write(livret);
    }

    private Map<String, String> write(Livret1 livret) {
        certification();
        request(livret.request());
        identity(livret.identity());
        contact(livret.contact());
        situation(livret.situation());
        List<Livret1.Experience> experiences = livret.experiences().experiences();
        for (int n = 0; n < experiences.size(); n++) {
            experience("experience." + (n + 1) + ".", experiences.get(n));
        }
        BlockNumbers.of(about.standard()).forEach((number, block) -> block(number, block, livret));
        statement(livret.statement());
        about.pieces().forEach(piece -> put("piece." + piece, YES));
        if (about.filedOn() != null) {
            put("filing.date", Times.day(about.filedOn()));
            put("filing.signature", about.signature());
        }
        return answers;
    }

    private void certification() {
        put("certification.title", about.certification().title());
        put("certification.number", about.certification().number());
        put("certification.certifier", about.certification().certifier());
    }

    private void request(Livret1.Request request) {
        put("request.nature", request.nature());
        put("request.target", request.target());
        put("request.variant.option", request.variant().option());
        put("request.variant.pathway", request.variant().pathway());
        put("request.variant.firstLanguage", request.variant().firstLanguage());
        put("request.variant.secondLanguage", request.variant().secondLanguage());
        BlockNumbers.of(about.standard()).forEach((number, block) -> {
            if (request.blocks().contains(block.code().value())) {
                put("request.block." + number, YES);
            }
        });
        for (int n = 0; n < request.prerequisites().size(); n++) {
            Livret1.Prerequisite line = request.prerequisites().get(n);
            put("prerequisite." + (n + 1) + ".label", line.label());
            put("prerequisite." + (n + 1) + ".held", line.held() == null ? null : line.held() ? YES : NO);
        }
    }

    private void identity(Livret1.Identity identity) {
        put("identity.birthName", identity.birthName());
        put("identity.useName", identity.useName());
        put("identity.givenNames", identity.givenNames());
        put("identity.birthDate", identity.birthDate() == null ? null : Times.day(identity.birthDate()));
        put("identity.nationality", identity.nationality());
        put("identity.gender", identity.gender());
        put("identity.educationLevel", identity.educationLevel());
        put("identity.certificationLevel", identity.certificationLevel());
        put("identity.certificationsHeld", identity.certificationsHeld());
    }

    private void contact(Livret1.Contact contact) {
        put("contact.address", contact.address());
        put("contact.addressComplement", contact.addressComplement());
        put("contact.postalCode", contact.postalCode());
        put("contact.city", contact.city());
        put("contact.country", contact.country());
        put("contact.phone", contact.phone());
        put("contact.email", contact.email());
    }

    private void situation(Livret1.Situation situation) {
        put("situation.status", situation.status());
        put("situation.idcc", situation.idcc());
        situation.goals().forEach(goal -> put("situation.goal." + goal.name(), YES));
    }

    private void experience(String at, Livret1.Experience experience) {
        put(at + "start", experience.start() == null ? null : Times.day(experience.start()));
        put(at + "length", Times.span(experience.start(), experience.end(), experience.weeklyHours(), about.today()));
        Map<String, String> labelled = new LinkedHashMap<>();
        labelled.put(Labels.ROLE, experience.role());
        labelled.put(Labels.ORGANISATION, experience.organisation());
        labelled.put(Labels.SETTING, experience.setting() == null ? null : Labels.setting(experience.setting()));
        put(at + "description", LabelledText.write(labelled, Labels.EXPERIENCE, experience.description()));
    }

    private void block(int number, SkillBlock block, Livret1 livret) {
        String at = "block." + number + ".";
        Livret1.BlockActivity activity = livret.activities().of(block.code().value());
        String practised =
                activity == null || activity.practised() == null ? null : Labels.practised(activity.practised());
        put(at + "title", block.title());
        int rows = rows(at, block);
        for (int row = 1; row <= rows; row++) {
            put(at + "skill." + row, skills(block.skills(), row, rows));
            put(at + "activity." + row, practised);
        }
        Map<String, String> labelled = new LinkedHashMap<>();
        if (!paths.contains(at + "activity.1")) {
            labelled.put(Labels.PRACTISED, practised);
        }
        Dispensations.Dispensation asked =
                livret.dispensations().of(block.code().value());
        labelled.put(Labels.DISPENSATION, asked == null ? null : asked.basis());
        put(at + "comment", LabelledText.write(labelled, Labels.BLOCK, activity == null ? null : activity.comment()));
    }

    /** As many as the form has and the bloc needs; one at least, for the answer. */
    private int rows(String at, SkillBlock block) {
        int room = 1;
        while (room < ROWS && paths.contains(at + "skill." + (room + 1))) {
            room++;
        }
        return Math.max(1, Math.min(room, block.skills().size()));
    }

    private static @Nullable String skills(List<Skill> skills, int row, int rows) {
        if (skills.isEmpty()) {
            return null;
        }
        List<Skill> here = skills.subList(row - 1, row == rows ? skills.size() : row);
        return String.join(
                " ; ",
                here.stream()
                        .map(skill -> skill.code() + " – " + skill.statement())
                        .toList());
    }

    private void statement(Livret1.Statement statement) {
        boolean later = statement.accompaniment() == Livret1.Accompaniment.LATER;
        put("statement.accompaniment", later ? null : statement.accompaniment());
        put("statement.shareAdmissibility", statement.shareAdmissibility() ? YES : null);
        put("statement.shareResult", statement.shareResult() ? YES : null);
        Map<String, String> labelled = new LinkedHashMap<>();
        labelled.put(Labels.ACCOMPANIMENT, later ? Labels.LATER : null);
        put("statement.comment", LabelledText.write(labelled, Labels.STATEMENT, statement.comment()));
    }

    private void put(String path, @Nullable Object value) {
        String text = value == null ? "" : value.toString().strip();
        if (!text.isEmpty()) {
            answers.put(path, text);
        }
    }
}
