package fr.acquis.evidence;

import fr.acquis.shared.JourneyId;

/** Answered by a room one of whose pages asks for a piece: it learns which piece came of it. */
public interface PieceWanted {

    /**
     * Called when the piece is kept, as the person who sent it; again when its sender asks again whether it is. What goes wrong
     * here leaves the piece where it is.
     *
     * @param wanted what the page said the piece is for, as it came from the browser
     */
    void arrived(JourneyId journey, EvidenceId piece, String wanted);
}
