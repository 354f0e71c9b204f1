package fr.acquis.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the person who attaches a file says it is. */
public enum EvidenceKind {
    /** Pièce d'identité: never read by the machine, never in livret 2, erased once checked. */
    IDENTITY_DOCUMENT,
    CURRICULUM_VITAE,
    PAYSLIP,
    /** Bulletin or yearly attestation of CESU or Pajemploi. */
    HOME_EMPLOYMENT_STATEMENT,
    /** Certificat de travail, at the end of a contract. */
    WORK_CERTIFICATE,
    EMPLOYER_ATTESTATION,
    /** Written by a person who employs somebody at home. */
    HOME_EMPLOYER_ATTESTATION,
    VOLUNTEERING_ATTESTATION,
    /** Relevé de carrière. */
    CAREER_STATEMENT,
    EMPLOYMENT_CONTRACT,
    /** Extrait Kbis, attestation of the URSSAF: work on one's own account. */
    BUSINESS_REGISTRATION,
    /** Proof of having cared for a relative. */
    CARER_ATTESTATION,
    DIPLOMA,
    TRAINING_CERTIFICATE,
    /** Planning: who works when. */
    SCHEDULE,
    /** A document made at work: plan, report. */
    WORK_SAMPLE,
    PHOTO,
    SWORN_STATEMENT,
    /** Dossier de faisabilité on the official form, or another livret 1. */
    FEASIBILITY_FILE,
    /** Joined to a message of the case: said by the way it came, answers no piece asked for by itself. */
    MESSAGE_FILE,
    OTHER;

    /** The kinds a person chooses from. */
    public static List<EvidenceKind> chosen() {
        return Arrays.stream(values()).filter(kind -> kind != MESSAGE_FILE).toList();
    }

    public boolean identityDocument() {
        return this == IDENTITY_DOCUMENT;
    }

    /** Whether the machine may read the text of such a file. */
    public boolean readable() {
        return !identityDocument();
    }

    public String messageKey() {
        return "evidence.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
