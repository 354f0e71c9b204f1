package fr.acquis.evidence;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The files of journeys: taken in after checks, shown to whom may see them, withdrawn with a reason. */
public interface Evidences {

    /**
     * Checks a file, stores it, then writes its row: object first, row after. The caller has checked that the person may
     * attach. Not to be called inside a transaction: a large file would hold it open.
     *
     * @throws RefusedFile when the file is not acceptable; nothing is stored, nothing changed
     * @throws StoreUnavailable when the store does not answer; nothing is kept
     */
    EvidenceId attach(GivenFile given, InputStream content);

    /** The same for a file of which nobody says that it shows somebody else. */
    default EvidenceId attach(
            JourneyId journey,
            CertifyingBodyId certifyingBody,
            PersonId candidate,
            EvidenceKind kind,
            String fileName,
            String declaredType,
            InputStream content,
            long size) {
        return attach(
                new GivenFile(journey, certifyingBody, candidate, kind, fileName, declaredType, size, false, null),
                content);
    }

    /** The pieces of a journey that the signed-in person may see, oldest first, withdrawn ones included. */
    List<Evidence> list(JourneyId journey);

    /** A piece, when the signed-in person may see it. */
    Optional<Evidence> find(EvidenceId id);

    /** The pieces of a journey whoever asks: for rules, counts and work in the background, never to show them. */
    List<Evidence> held(JourneyId journey);

    /**
     * Opens the latest content for the signed-in person; a reader who is not the candidate is written to the audit log.
     *
     * @throws UnknownEvidence when the person may not see it, or its content is gone
     * @throws StoreUnavailable when the store does not answer
     */
    EvidenceContent open(EvidenceId id);

    /**
     * Opens the latest content whoever asks: for work in the background, and for a room that checked its reader by a rule of its
     * own and writes that reading to the audit log itself. Never an identity document.
     *
     * @throws UnknownEvidence when its content is gone, or it is an identity document
     * @throws StoreUnavailable when the store does not answer
     */
    EvidenceContent openHeld(EvidenceId id);

    /**
     * Withdraws a piece for the signed-in person, candidate or staff of the body: content, file name and text are erased;
     * kind, hash, size and reason stay. Withdrawing twice changes nothing.
     *
     * @throws UnknownEvidence when the person may not see it
     */
    void withdraw(EvidenceId id, String reason);

    /**
     * The signed-in person says what a piece is, after the machine or against it; the machine follows.
     *
     * @throws UnknownEvidence when the person may not see it, or its content is gone
     */
    void nameKind(EvidenceId id, EvidenceKind kind);

    /**
     * The signed-in person, candidate or staff of the body, says whether a piece shows or names somebody else.
     *
     * @throws UnknownEvidence when the person may not see it, or it was withdrawn
     */
    void sayShowsOthers(EvidenceId id, boolean shows);

    /**
     * An agent has looked at an identity document: the mark stays, the content is erased.
     *
     * @throws UnknownEvidence when the person may not see it, or it is not an identity document that stands
     */
    void markIdentityChecked(EvidenceId id);
}
