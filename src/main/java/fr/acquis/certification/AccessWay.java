package fr.acquis.certification;

/** Ways to a certification that a fiche of the register opens. */
public enum AccessWay {
    /** The VAE. */
    EXPERIENCE,
    CONTINUING_TRAINING,
    APPRENTICESHIP,
    PROFESSIONALISATION,
    STUDENT,
    INDIVIDUAL
}
