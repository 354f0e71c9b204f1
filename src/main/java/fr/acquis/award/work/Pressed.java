package fr.acquis.award.work;

import fr.acquis.award.AwardDocument;

/** An entry and the PDF that bears it. */
record Pressed(AwardDocument document, byte[] pdf) {}
