package fr.acquis.admissibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dossier de faisabilité, after the official model of July 2025 for a candidate without accompaniment; the rubriques are
 * named beside each part. A draft may lack anything: absent text is null or blank, absent lists are empty.
 */
public record Livret1(
        Request request,
        Identity identity,
        Contact contact,
        Situation situation,
        Experiences experiences,
        Activities activities,
        Statement statement,
        @Nullable Dispensations dispensations) {

    public static final int MOST_EXPERIENCES = 20;
    public static final int MOST_PREREQUISITES = 6;

    public static final Livret1 BLANK = new Livret1(
            Request.BLANK,
            Identity.BLANK,
            Contact.BLANK,
            Situation.BLANK,
            Experiences.BLANK,
            Activities.BLANK,
            Statement.BLANK);

    public Livret1 {
        dispensations = dispensations == null ? Dispensations.NONE : dispensations;
    }

    public Livret1(
            Request request,
            Identity identity,
            Contact contact,
            Situation situation,
            Experiences experiences,
            Activities activities,
            Statement statement) {
        this(request, identity, contact, situation, experiences, activities, statement, Dispensations.NONE);
    }

    public Livret1 with(Request said) {
        return new Livret1(said, identity, contact, situation, experiences, activities, statement, dispensations);
    }

    public Livret1 with(Identity said) {
        return new Livret1(request, said, contact, situation, experiences, activities, statement, dispensations);
    }

    public Livret1 with(Contact said) {
        return new Livret1(request, identity, said, situation, experiences, activities, statement, dispensations);
    }

    public Livret1 with(Situation said) {
        return new Livret1(request, identity, contact, said, experiences, activities, statement, dispensations);
    }

    public Livret1 with(Experiences said) {
        return new Livret1(request, identity, contact, situation, said, activities, statement, dispensations);
    }

    public Livret1 with(Activities said) {
        return new Livret1(request, identity, contact, situation, experiences, said, statement, dispensations);
    }

    public Livret1 with(Statement said) {
        return new Livret1(request, identity, contact, situation, experiences, activities, said, dispensations);
    }

    public Livret1 with(Dispensations said) {
        return new Livret1(request, identity, contact, situation, experiences, activities, statement, said);
    }

    /** Nature of the request, rubrique 1 (target) and rubrique 2 (prerequisites). */
    public record Request(
            @Nullable Nature nature,
            @Nullable Target target,
            @Nullable Set<String> blocks,
            @Nullable List<Prerequisite> prerequisites,
            @Nullable Variant variant,
            @Nullable PortalFiling portal) {

        static final Request BLANK = new Request(null, null, Set.of(), List.of());

        public Request(
                @Nullable Nature nature,
                @Nullable Target target,
                @Nullable Set<String> blocks,
                @Nullable List<Prerequisite> prerequisites) {
            this(nature, target, blocks, prerequisites, Variant.NONE, PortalFiling.NONE);
        }

        public Request {
            variant = variant == null ? Variant.NONE : variant;
            portal = portal == null ? PortalFiling.NONE : portal;
            blocks = blocks == null ? Set.of() : new LinkedHashSet<>(blocks);
            prerequisites = prerequisites == null
                    ? List.of()
                    : prerequisites.stream()
                            .filter(line -> line != null && !line.isBlank())
                            .toList();
        }

        public Request with(List<Prerequisite> said) {
            return new Request(nature, target, blocks, said, variant, portal);
        }
    }

    /** Where the certification has several forms: option, languages, parcours or mention. */
    public record Variant(
            @Nullable String option,
            @Nullable String firstLanguage,
            @Nullable String secondLanguage,
            @Nullable String pathway) {

        static final Variant NONE = new Variant(null, null, null, null);
    }

    /** The legal filing, where the certification's regime has it on the State's portal. */
    public record PortalFiling(
            @Nullable LocalDate filedOn, @Nullable String number) {

        static final PortalFiling NONE = new PortalFiling(null, null);
    }

    public enum Nature {
        /** Demande initiale de recevabilité. */
        INITIAL,
        /** Renouvellement, when the standard was changed. */
        RENEWAL
    }

    public enum Target {
        WHOLE,
        BLOCKS
    }

    public record Prerequisite(
            @Nullable String label, @Nullable Boolean held) {

        boolean isBlank() {
            return Texts.blank(label) && held == null;
        }
    }

    /** Rubrique 3. Levels are those of the French framework, 2 to 8. */
    public record Identity(
            @Nullable String birthName,
            @Nullable String useName,
            @Nullable String givenNames,
            @Nullable LocalDate birthDate,
            @Nullable String nationality,
            @Nullable Gender gender,
            @Nullable Integer educationLevel,
            @Nullable Integer certificationLevel,
            @Nullable String certificationsHeld) {

        static final Identity BLANK = new Identity(null, null, null, null, null, null, null, null, null);
    }

    public enum Gender {
        WOMAN,
        MAN
    }

    /** Rubrique 4. */
    public record Contact(
            @Nullable String address,
            @Nullable String addressComplement,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country,
            @Nullable String phone,
            @Nullable String email) {

        static final Contact BLANK = new Contact(null, null, null, null, "France", null, null);
    }

    /**
     * Rubriques 5 and 6.
     *
     * @param idcc the employer's collective agreement, by its number or its name, where there is one
     * @param goals the two main ones
     */
    public record Situation(
            @Nullable Status status,
            @Nullable String idcc,
            @Nullable Set<Goal> goals) {

        static final Situation BLANK = new Situation(null, null, Set.of());

        public Situation {
            goals = goals == null ? Set.of() : new LinkedHashSet<>(goals);
        }
    }

    public enum Status {
        EMPLOYEE,
        PUBLIC_AGENT,
        VOLUNTEER,
        FAMILY_CARER,
        FARM_FAMILY_CARER,
        JOB_SEEKER,
        SELF_EMPLOYED,
        RETIRED,
        ELECTED
    }

    public enum Goal {
        FIND_WORK,
        OFFICIAL_RECOGNITION,
        RECOGNISED_IN_TRADE,
        BETTER_PAY,
        CHANGE_TRADE,
        KEEP_OR_GROW,
        CONFIRM_SKILLS
    }

    /** Rubrique 7. */
    public record Experiences(@Nullable List<Experience> experiences) {

        static final Experiences BLANK = new Experiences(List.of());

        public Experiences {
            experiences = experiences == null
                    ? List.of()
                    : experiences.stream()
                            .filter(experience -> experience != null && !experience.isBlank())
                            .toList();
        }
    }

    /**
     * One experience in direct relation.
     *
     * @param end null while it goes on
     * @param weeklyHours hours a week, on average
     */
    public record Experience(
            @Nullable String role,
            @Nullable String organisation,
            @Nullable Setting setting,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable BigDecimal weeklyHours,
            @Nullable String description) {

        boolean isBlank() {
            return Texts.blank(role)
                    && Texts.blank(organisation)
                    && setting == null
                    && start == null
                    && end == null
                    && weeklyHours == null
                    && Texts.blank(description);
        }
    }

    public enum Setting {
        SALARIED,
        SELF_EMPLOYED,
        VOLUNTEER,
        CARER,
        INTERNSHIP,
        OTHER
    }

    /** Rubrique 8. */
    public record Activities(@Nullable List<BlockActivity> blocks) {

        static final Activities BLANK = new Activities(List.of());

        public Activities {
            blocks = blocks == null
                    ? List.of()
                    : blocks.stream()
                            .filter(block -> block != null && block.code() != null)
                            .toList();
        }

        public @Nullable BlockActivity of(String code) {
            return blocks.stream()
                    .filter(block -> code.equals(block.code()))
                    .findFirst()
                    .orElse(null);
        }
    }

    public record BlockActivity(
            @Nullable String code,
            @Nullable Practised practised,
            @Nullable String comment) {}

    public enum Practised {
        YES,
        PARTLY,
        NO
    }

    /**
     * Attestation sur l'honneur and its two revocable consents, and the wish for accompaniment.
     *
     * @param truthful "J'atteste sur l'honneur l'exactitude de ces informations"
     * @param shareAdmissibility a copy of the decision may go to the accompagnateur
     * @param shareResult a copy of the jury's result may go to the accompagnateur
     * @param comment what else the candidate wants to say
     */
    public record Statement(
            boolean truthful,
            boolean shareAdmissibility,
            boolean shareResult,
            @Nullable Accompaniment accompaniment,
            @Nullable String comment) {

        static final Statement BLANK = new Statement(false, false, false, null);

        public Statement(
                boolean truthful,
                boolean shareAdmissibility,
                boolean shareResult,
                @Nullable Accompaniment accompaniment) {
            this(truthful, shareAdmissibility, shareResult, accompaniment, null);
        }
    }

    public enum Accompaniment {
        YES,
        LATER,
        NO
    }
}
