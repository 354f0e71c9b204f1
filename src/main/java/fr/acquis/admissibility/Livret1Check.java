package fr.acquis.admissibility;

import static fr.acquis.admissibility.Texts.blank;

import fr.acquis.certification.Standard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the official model marks with an asterisk must be filled, and what is filled must be possible. A draft is saved
 * whatever this says; it is submitted only when this says nothing.
 */
final class Livret1Check {

    private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}");
    private static final int LONGEST_AGREEMENT = 120;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 .()-]{8,20}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final BigDecimal HOURS_IN_A_WEEK = BigDecimal.valueOf(80);
    private static final int GOALS = 2;

    private final Standard standard;
    private final List<String> prerequisites;
    private final boolean portal;
    private final Set<UUID> proofs;
    private final LocalDate today;
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * @param prerequisites what the règlement asks to be held
     * @param portal whether the legal filing is on the State's portal
     * @param proofs the pieces that may prove a dispensation
     */
    Livret1Check(Standard standard, List<String> prerequisites, boolean portal, Set<UUID> proofs, LocalDate today) {
        this.standard = standard;
        this.prerequisites = prerequisites;
        this.portal = portal;
        this.proofs = proofs;
        this.today = today;
    }

    List<Gap> of(Livret1 livret) {
        request(livret.request());
        prerequisites(livret.request());
        identity(livret.identity());
        contact(livret.contact());
        situation(livret.situation());
        experiences(livret.experiences());
        activities(livret);
        dispensations(livret);
        statement(livret.statement());
        return List.copyOf(gaps);
    }

    private void request(Livret1.Request request) {
        required(Section.REQUEST, "nature", request.nature());
        required(Section.REQUEST, "target", request.target());
        if (portal) {
            required(Section.REQUEST, "portalFiledOn", request.portal().filedOn());
        }
        if (request.portal().filedOn() != null && request.portal().filedOn().isAfter(today)) {
            add(Section.REQUEST, "portalFiledOn", "future");
        }
        if (request.target() == Livret1.Target.BLOCKS && request.blocks().isEmpty() && standard.known()) {
            add(Section.REQUEST, "blocks", "blocks");
        }
    }

    /** Rubrique 2: whether what the certification asks to be held is held; "no" is an answer an agent weighs. */
    private void prerequisites(Livret1.Request request) {
        List<Livret1.Prerequisite> answered = request.prerequisites();
        for (int line = 0; line < answered.size(); line++) {
            Livret1.Prerequisite prerequisite = answered.get(line);
            required(Section.PREREQUISITES, "prerequisites[%d].label".formatted(line), prerequisite.label());
            required(Section.PREREQUISITES, "prerequisites[%d].held".formatted(line), prerequisite.held());
        }
        boolean all = answered.stream()
                .map(Livret1.Prerequisite::label)
                .collect(Collectors.toSet())
                .containsAll(prerequisites);
        if (!all) {
            add(Section.PREREQUISITES, "", "prerequisites");
        }
    }

    private void identity(Livret1.Identity identity) {
        required(Section.IDENTITY, "birthName", identity.birthName());
        required(Section.IDENTITY, "givenNames", identity.givenNames());
        required(Section.IDENTITY, "birthDate", identity.birthDate());
        if (identity.birthDate() != null && identity.birthDate().isAfter(today.minusYears(14))) {
            add(Section.IDENTITY, "birthDate", "birth-date");
        }
        if (identity.birthDate() != null && identity.birthDate().isBefore(today.minusYears(110))) {
            add(Section.IDENTITY, "birthDate", "birth-date");
        }
        required(Section.IDENTITY, "nationality", identity.nationality());
        level("educationLevel", identity.educationLevel());
        level("certificationLevel", identity.certificationLevel());
        required(Section.IDENTITY, "certificationsHeld", identity.certificationsHeld());
    }

    private void level(String field, @Nullable Integer level) {
        required(Section.IDENTITY, field, level);
        if (level != null && (level < 2 || level > 8)) {
            add(Section.IDENTITY, field, "level");
        }
    }

    private void contact(Livret1.Contact contact) {
        required(Section.CONTACT, "address", contact.address());
        required(Section.CONTACT, "postalCode", contact.postalCode());
        required(Section.CONTACT, "city", contact.city());
        required(Section.CONTACT, "country", contact.country());
        if (!blank(contact.postalCode())
                && (blank(contact.country()) || contact.country().strip().equalsIgnoreCase("France"))
                && !POSTAL_CODE.matcher(contact.postalCode().strip()).matches()) {
            add(Section.CONTACT, "postalCode", "postal-code");
        }
        form(Section.CONTACT, "phone", contact.phone(), PHONE, "phone");
        form(Section.CONTACT, "email", contact.email(), EMAIL, "email");
    }

    private void situation(Livret1.Situation situation) {
        required(Section.SITUATION, "status", situation.status());
        if (situation.status() == Livret1.Status.EMPLOYEE && blank(situation.idcc())) {
            add(Section.SITUATION, "idcc", "idcc-missing");
        }
        if (!blank(situation.idcc()) && situation.idcc().strip().length() > LONGEST_AGREEMENT) {
            add(Section.SITUATION, "idcc", "idcc");
        }
        if (situation.goals().isEmpty()) {
            add(Section.SITUATION, "goals", "no-goal");
        }
        if (situation.goals().size() > GOALS) {
            add(Section.SITUATION, "goals", "goals");
        }
    }

    private void experiences(Livret1.Experiences experiences) {
        if (experiences.experiences().isEmpty()) {
            add(Section.EXPERIENCES, "", "no-experience");
        }
        for (int n = 0; n < experiences.experiences().size(); n++) {
            experience(experiences.experiences().get(n), "experiences[%d].".formatted(n));
        }
    }

    private void experience(Livret1.Experience experience, String path) {
        required(Section.EXPERIENCES, path + "role", experience.role());
        required(Section.EXPERIENCES, path + "organisation", experience.organisation());
        required(Section.EXPERIENCES, path + "setting", experience.setting());
        required(Section.EXPERIENCES, path + "start", experience.start());
        required(Section.EXPERIENCES, path + "weeklyHours", experience.weeklyHours());
        required(Section.EXPERIENCES, path + "description", experience.description());
        if (experience.start() != null && experience.start().isAfter(today)) {
            add(Section.EXPERIENCES, path + "start", "future");
        }
        if (experience.end() != null && experience.end().isAfter(today)) {
            add(Section.EXPERIENCES, path + "end", "future");
        }
        if (experience.start() != null
                && experience.end() != null
                && experience.end().isBefore(experience.start())) {
            add(Section.EXPERIENCES, path + "end", "reversed");
        }
        if (experience.weeklyHours() != null
                && (experience.weeklyHours().signum() <= 0
                        || experience.weeklyHours().compareTo(HOURS_IN_A_WEEK) > 0)) {
            add(Section.EXPERIENCES, path + "weeklyHours", "weekly-hours");
        }
    }

    /** A comment is due for what is practised, even partly: rubrique 8 says an unexplained "yes" is incomplete. */
    private void activities(Livret1 livret) {
        List<String> expected = targetedBlocks(livret.request(), standard);
        for (int n = 0; n < expected.size(); n++) {
            Livret1.BlockActivity activity = livret.activities().of(expected.get(n));
            String path = "blocks[%d].".formatted(n);
            required(Section.ACTIVITIES, path + "practised", activity == null ? null : activity.practised());
            if (activity != null
                    && activity.practised() != null
                    && activity.practised() != Livret1.Practised.NO
                    && blank(activity.comment())) {
                add(Section.ACTIVITIES, path + "comment", "comment");
            }
        }
    }

    /** The blocs the request is for; all of them for the whole certification. */
    static List<String> targetedBlocks(Livret1.Request request, Standard standard) {
        List<String> all =
                standard.blocks().stream().map(block -> block.code().value()).toList();
        if (request.target() != Livret1.Target.BLOCKS) {
            return all;
        }
        Set<String> chosen = request.blocks();
        return all.stream().filter(chosen::contains).collect(Collectors.toUnmodifiableList());
    }

    /** A dispensation is asked for by what is held already, and by the piece that proves it. */
    private void dispensations(Livret1 livret) {
        List<String> expected = targetedBlocks(livret.request(), standard);
        for (int n = 0; n < expected.size(); n++) {
            Dispensations.Dispensation asked = livret.dispensations().of(expected.get(n));
            if (asked == null) {
                continue;
            }
            required(Section.DISPENSATIONS, "blocks[%d].basis".formatted(n), asked.basis());
            if (asked.evidence() == null || !proofs.contains(asked.evidence())) {
                add(Section.DISPENSATIONS, "blocks[%d].evidence".formatted(n), "dispensation-proof");
            }
        }
    }

    private void statement(Livret1.Statement statement) {
        if (!statement.truthful()) {
            add(Section.STATEMENT, "truthful", "statement");
        }
        required(Section.STATEMENT, "accompaniment", statement.accompaniment());
    }

    private void form(Section section, String field, @Nullable String value, Pattern form, String otherwise) {
        required(section, field, value);
        if (!blank(value) && !form.matcher(value.strip()).matches()) {
            add(section, field, otherwise);
        }
    }

    private void required(Section section, String field, @Nullable Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(section, field, "required");
        }
    }

    private void add(Section section, String field, String key) {
        gaps.add(new Gap(section, field, "admissibility.gap." + key));
    }
}
