package fr.acquis.livret2;

/** What a candidate tells of a skill, whatever the trade. */
public enum Question {
    /** Quelle situation ? */
    SITUATION,
    /** Qu’avez-vous fait vous-même ? */
    ACTION,
    /** Avec quel résultat ? */
    RESULT;

    public String messageKey() {
        return "livret2.question." + name();
    }
}
