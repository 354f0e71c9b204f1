package fr.acquis.notification;

import fr.acquis.shared.Sha256;

/**
 * A letter as it will be kept and read.
 *
 * @param wordingVersion the certifying body's own wording it was written with; 0 for the product's
 * @param title what the PDF and lists call it
 */
public record RenderedLetter(
        Addressing addressing,
        LetterTemplate template,
        int templateVersion,
        int wordingVersion,
        String title,
        byte[] pdf) {

    public Sha256 sha256() {
        return Sha256.of(pdf);
    }

    @Override
    public String toString() {
        return "RenderedLetter[%s v%d, %d bytes]".formatted(template.key(), templateVersion, pdf.length);
    }
}
