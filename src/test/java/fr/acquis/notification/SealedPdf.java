package fr.acquis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What every PDF of the press is held to, and where it is kept for a person to look at: target/letters. */
public final class SealedPdf {

    private static final Path FOLDER = Path.of("target", "letters");

    private SealedPdf() {}

    /** An archive that everyone can read, without a key or a straight apostrophe in it. */
    public static String checked(String name, byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Files.write(Files.createDirectories(FOLDER).resolve(name + ".pdf"), pdf);
        assertThat(broken(pdf, PDFAFlavour.PDFA_2_A)).as("%s PDF/A-2a", name).isEmpty();
        assertThat(broken(pdf, PDFAFlavour.PDFUA_1)).as("%s PDF/UA-1", name).isEmpty();
        String text = text(pdf);
        assertThat(text).as(name).doesNotContain("??", "${", "#{", "notification.", "award.", "'");
        return text;
    }

    /** In one line, spaces made plain. */
    public static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    private static List<String> broken(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(finding -> finding.getRuleId().getClause() + " " + finding.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
