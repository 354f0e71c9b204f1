package fr.acquis.certification;

import static fr.acquis.certification.Confidence.LOW;
import static fr.acquis.certification.ParameterTypes.count;
import static fr.acquis.certification.ParameterTypes.delay;

import java.time.Period;

/** What a règlement settles of support: its hours and how often the candidate is asked how it goes. */
public final class SupportParameters {

    public static final RegulationParameter<Integer> HOURS_MAXIMUM = count(
            "support-hours-maximum",
            30,
            "Pratique des financeurs : plafond d’heures d’accompagnement par parcours, à fixer par le certificateur",
            LOW);

    public static final RegulationParameter<Integer> HOURS_WARNING_PERCENT = count(
            "support-hours-warning-percent",
            80,
            "Politique du certificateur : part des heures convenues à partir de laquelle le solde est signalé",
            LOW);

    public static final RegulationParameter<Integer> REMOTE_SHARE_PERCENT = count(
            "support-remote-share-percent",
            100,
            "Politique du certificateur : part des heures qui peut se tenir à distance",
            LOW);

    public static final RegulationParameter<Period> CHECK_IN_AFTER = delay(
            "support-check-in-after",
            "P60D",
            "Politique du certificateur : une question est posée avant toute conclusion, continuer, suspendre ou arrêter",
            LOW);

    public static final RegulationParameter<Period> CHECK_IN_AGAIN_AFTER = delay(
            "support-check-in-again-after",
            "P15D",
            "Politique du certificateur : une relance, puis l’accompagnateur est prévenu ; rien ne se ferme seul",
            LOW);

    private SupportParameters() {}
}
