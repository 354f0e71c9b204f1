package fr.acquis.certification;

import static fr.acquis.certification.Confidence.HIGH;
import static fr.acquis.certification.Confidence.LOW;
import static fr.acquis.certification.Confidence.MEDIUM;
import static fr.acquis.certification.ParameterTypes.choice;
import static fr.acquis.certification.ParameterTypes.count;
import static fr.acquis.certification.ParameterTypes.delay;

import fr.acquis.certification.RequiredPiece.Need;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Everything a règlement may settle, with its default. Law moves and branches differ: nothing of this is a constant elsewhere. */
public final class RegulationParameters {

    public static final RegulationParameter<Regime> REGIME = choice(
            "regime",
            Regime.class,
            Regime.HORS_PORTAIL,
            "Code du travail, NOTA sous l’article R6412-1 : hors du portail, les articles R335-7 et suivants du code de"
                    + " l’éducation restent applicables",
            HIGH);

    public static final RegulationParameter<Boolean> VAE_OPEN = new RegulationParameter<>(
            "vae-open",
            Boolean.class,
            true,
            "Code du travail, article L6412-1 : certifications enregistrées au RNCP",
            HIGH,
            ParameterTypes::yesOrNo,
            String::valueOf);

    public static final RegulationParameter<MinimumHours> MINIMUM_HOURS = new RegulationParameter<>(
            "minimum-hours",
            MinimumHours.class,
            MinimumHours.NOT_REQUIRED,
            "Loi n° 2022-1598 du 21 décembre 2022 : plus de durée minimale d’expérience",
            HIGH,
            text -> text.equals("none") ? MinimumHours.NOT_REQUIRED : new MinimumHours(Integer.valueOf(text)),
            value -> value.hours() == null ? "none" : value.hours().toString());

    public static final RegulationParameter<Integer> APPLICATIONS_PER_CERTIFICATION_AND_YEAR =
            count("applications-per-certification-and-year", 1, "Code du travail, article R6412-3", HIGH);

    public static final RegulationParameter<Integer> APPLICATIONS_PER_YEAR =
            count("applications-per-year", 3, "Code du travail, article R6412-3", HIGH);

    public static final RegulationParameter<RequiredPieces> REQUIRED_PIECES = new RegulationParameter<>(
            "required-pieces",
            RequiredPieces.class,
            new RequiredPieces(List.of(
                    new RequiredPiece("IDENTITY", "Justificatif d’identité", Need.REQUIRED),
                    new RequiredPiece("EXPERIENCE", "Justificatifs des expériences déclarées", Need.REQUIRED),
                    new RequiredPiece("PREREQUISITE", "Justificatif des prérequis acquis", Need.WHEN_CLAIMED),
                    new RequiredPiece(
                            "DIPLOMA",
                            "Justificatif de diplôme ou de formation permettant d’analyser une dispense",
                            Need.WHEN_CLAIMED),
                    new RequiredPiece(
                            "OTHER", "Autres justificatifs à votre initiative (CV, attestations…)", Need.OPTIONAL))),
            "Modèle officiel du dossier de faisabilité (juillet 2025) ; justificatifs d’expérience : pratique",
            MEDIUM,
            PieceList::read,
            PieceList::write);

    public static final RegulationParameter<Prerequisites> PREREQUISITES = new RegulationParameter<>(
            "prerequisites",
            Prerequisites.class,
            Prerequisites.NONE,
            "Modèle officiel du dossier de faisabilité (juillet 2025), rubrique 2 ; la fiche de la certification les nomme",
            MEDIUM,
            Prerequisites::read,
            Prerequisites::write);

    public static final RegulationParameter<Period> DECISION_DELAY = delay(
            "decision-delay",
            "P2M",
            "Code du travail, article L6412-2 : deux mois, le silence vaut recevabilité",
            HIGH);

    public static final RegulationParameter<ClockStart> CLOCK_START = choice(
            "clock-start",
            ClockStart.class,
            ClockStart.REQUEST,
            "Code du travail, article L6412-2 : à compter de la réception de la demande",
            HIGH);

    public static final RegulationParameter<Period> COMPLETION_REQUEST_DELAY = delay(
            "completion-request-delay",
            "P15D",
            "Pratique : une seule demande listant toutes les pièces manquantes, sinon le délai court depuis la réception",
            MEDIUM);

    public static final RegulationParameter<Period> ESCALATION_BEFORE = delay(
            "escalation-before", "P15D", "Politique du certificateur : alerte avant que le silence ne décide", LOW);

    public static final RegulationParameter<FourEyes> FOUR_EYES = choice(
            "four-eyes",
            FourEyes.class,
            FourEyes.NONE,
            "Politique du certificateur : une seconde personne confirme avant l’envoi",
            LOW);

    public static final RegulationParameter<Period> ADMISSIBILITY_VALIDITY = delay(
            "admissibility-validity",
            "P3Y",
            "Pratique des certificateurs ; prorogation et renouvellement au formulaire officiel",
            MEDIUM);

    public static final RegulationParameter<Period> JURY_DELAY = delay(
            "jury-delay",
            "P3M",
            "Code du travail, article R6412-5 : avant la fin du troisième mois après le dépôt du dossier de validation",
            MEDIUM);

    public static final RegulationParameter<Period> LIVRET2_CHECK_DELAY =
            delay("livret2-check-delay", "P10D", "Code du travail, article R6412-5", MEDIUM);

    public static final RegulationParameter<Period> JURY_ANNOUNCEMENT_BEFORE = delay(
            "jury-announcement-before",
            "P45D",
            "Code du travail, articles R6422-3 et suivants : le salarié demande son congé trente jours avant",
            MEDIUM);

    public static final RegulationParameter<Period> SUMMONS_BEFORE =
            delay("summons-before", "P15D", "Code du travail, articles R6422-3 et suivants ; pratique", MEDIUM);

    public static final RegulationParameter<Integer> LEAVE_HOURS = count(
            "leave-hours", 48, "Code du travail, articles L6422-1 et suivants : congé de VAE par session", MEDIUM);

    public static final RegulationParameter<Period> LEAVE_NOTICE = delay(
            "leave-notice",
            "P30D",
            "Code du travail, article R6422-3 : demande écrite à l’employeur avant le début des actions",
            MEDIUM);

    public static final RegulationParameter<Period> LEAVE_ANSWER = delay(
            "leave-answer",
            "P15D",
            "Code du travail, article R6422-4 : réponse écrite de l’employeur, à défaut le congé est accordé",
            MEDIUM);

    public static final RegulationParameter<Integer> JURY_MEMBERS =
            count("jury-members", 2, "Code du travail, article D6412-6", HIGH);

    public static final RegulationParameter<JuryMode> JURY_MODE =
            choice("jury-mode", JuryMode.class, JuryMode.ENTRETIEN, "Accords de branche", MEDIUM);

    public static final RegulationParameter<Integer> BLOCK_THRESHOLD_PERCENT =
            count("block-threshold-percent", 70, "Accords de branche : seuil par bloc", MEDIUM);

    public static final RegulationParameter<Period> RESULT_DELAY =
            delay("result-delay", "P15D", "Pratique : résultat notifié au candidat", MEDIUM);

    public static final RegulationParameter<CpneRole> CPNE_ROLE = choice(
            "cpne-role",
            CpneRole.class,
            CpneRole.CONSTATE,
            "Code du travail, article L6412-3 : le jury se prononce ; la CPNE délivre",
            HIGH);

    public static final RegulationParameter<Period> APPEAL_DELAY =
            delay("appeal-delay", "P2M", "Pratique : recours après une décision défavorable", MEDIUM);

    public static final RegulationParameter<Period> ACCROCHAGE_DELAY = delay(
            "accrochage-delay",
            "P3M",
            "Code du travail, article L6113-8 : transmission au système d’information du compte personnel de formation",
            HIGH);

    public static final RegulationParameter<Period> APPEAL_EXAMINATION_DELAY = delay(
            "appeal-examination-delay",
            "P1M",
            "Politique du certificateur : délai pour examiner un recours et y répondre",
            LOW);

    public static final RegulationParameter<Period> EVIDENCE_RETENTION = delay(
            "evidence-retention", "P12M", "Politique de conservation, arrêtée par le délégué à la protection", LOW);

    public static final RegulationParameter<Period> SUPPORT_CHOICE_DELAY =
            delay("support-choice-delay", "P15D", "Pratique : date de relance, l’accompagnement reste facultatif", LOW);

    public static final RegulationParameter<Period> SUPPORT_ASSIGNMENT_DELAY = delay(
            "support-assignment-delay", "P10D", "Pratique : désignation de l’accompagnateur par l’organisme", LOW);

    public static final RegulationParameter<Period> PLAN_DELAY =
            delay("plan-delay", "P1M", "Pratique : plan proposé dans le mois qui suit le choix de continuer", LOW);

    public static final RegulationParameter<Period> PLAN_ACCEPTANCE_DELAY =
            delay("plan-acceptance-delay", "P15D", "Pratique : date de relance, rien ne se ferme seul", LOW);

    public static final RegulationParameter<Integer> TRAINING_QUOTES =
            count("training-quotes", 3, "Pratique : trois devis au moins pour une formation payante", MEDIUM);
    public static final RegulationParameter<Period> LIVRET2_DELAY = delay(
            "livret2-delay", "P6M", "Politique du certificateur : date de relance, rien ne se ferme à cette date", LOW);

    public static final RegulationParameter<Period> LIVRET2_REVIEW_DELAY =
            delay("livret2-review-delay", "P15D", "Politique du certificateur : relecture par l’accompagnateur", LOW);

    public static final RegulationParameter<Period> LIVRET2_COMPLETION_DELAY = delay(
            "livret2-completion-delay",
            "P15D",
            "Politique du certificateur : un problème signalé ne déplace pas la date limite du jury",
            LOW);
    public static final RegulationParameter<Boolean> JURY_PARITAIRE = new RegulationParameter<>(
            "jury-paritaire",
            Boolean.class,
            false,
            "Accords de branche : collèges employeurs et salariés à égalité",
            MEDIUM,
            ParameterTypes::yesOrNo,
            String::valueOf);

    public static final RegulationParameter<Boolean> WORKPLACE_ASSESSMENT = new RegulationParameter<>(
            "workplace-assessment",
            Boolean.class,
            false,
            "Accords de branche : livret d’évaluation en entreprise avant le jury",
            MEDIUM,
            ParameterTypes::yesOrNo,
            String::valueOf);

    public static final RegulationParameter<Period> WORKPLACE_ASSESSMENT_DELAY = delay(
            "workplace-assessment-delay", "P30D", "Pratique : évaluation en entreprise avant la session de jury", LOW);

    public static final RegulationParameter<Period> NEXT_STEP_DELAY = delay(
            "next-step-delay", "P30D", "Politique du certificateur : date de relance, rien ne se ferme seul", LOW);

    public static final RegulationParameter<Integer> RENEWAL_ALERT_MONTHS = count(
            "renewal-alert-months",
            12,
            "France compétences, demandes d’enregistrement : le dossier de renouvellement se prépare un an avant l’échéance",
            MEDIUM);

    public static final RegulationParameter<Integer> RENEWAL_FILE_MONTHS = count(
            "renewal-file-months",
            6,
            "France compétences, demandes d’enregistrement : dossier déposé six mois au moins avant l’échéance",
            MEDIUM);

    /** In the order of the journey. */
    public static final List<RegulationParameter<?>> ALL = List.of(
            REGIME,
            VAE_OPEN,
            MINIMUM_HOURS,
            APPLICATIONS_PER_CERTIFICATION_AND_YEAR,
            APPLICATIONS_PER_YEAR,
            REQUIRED_PIECES,
            PREREQUISITES,
            DECISION_DELAY,
            CLOCK_START,
            COMPLETION_REQUEST_DELAY,
            ESCALATION_BEFORE,
            FOUR_EYES,
            ADMISSIBILITY_VALIDITY,
            LIVRET2_CHECK_DELAY,
            JURY_DELAY,
            JURY_ANNOUNCEMENT_BEFORE,
            SUMMONS_BEFORE,
            LEAVE_HOURS,
            LEAVE_NOTICE,
            LEAVE_ANSWER,
            JURY_MEMBERS,
            JURY_MODE,
            BLOCK_THRESHOLD_PERCENT,
            RESULT_DELAY,
            CPNE_ROLE,
            APPEAL_DELAY,
            ACCROCHAGE_DELAY,
            EVIDENCE_RETENTION,
            SUPPORT_CHOICE_DELAY,
            SUPPORT_ASSIGNMENT_DELAY,
            SupportParameters.HOURS_MAXIMUM,
            SupportParameters.HOURS_WARNING_PERCENT,
            SupportParameters.REMOTE_SHARE_PERCENT,
            SupportParameters.CHECK_IN_AFTER,
            SupportParameters.CHECK_IN_AGAIN_AFTER,
            PLAN_DELAY,
            PLAN_ACCEPTANCE_DELAY,
            TRAINING_QUOTES,
            LIVRET2_DELAY,
            LIVRET2_REVIEW_DELAY,
            LIVRET2_COMPLETION_DELAY,
            Livret2Parameters.GUIDING_QUESTIONS,
            APPEAL_EXAMINATION_DELAY,
            JURY_PARITAIRE,
            WORKPLACE_ASSESSMENT,
            WORKPLACE_ASSESSMENT_DELAY,
            NEXT_STEP_DELAY,
            RENEWAL_ALERT_MONTHS,
            RENEWAL_FILE_MONTHS);

    private RegulationParameters() {}

    public static Optional<RegulationParameter<?>> named(String name) {
        return ALL.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
    }
}
