package fr.acquis.evidence.corpus;

import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.FileType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A made document and the truth about it.
 *
 * @param everybody the words of the sheet, in which others than its holder are named too
 * @param secrets numbers printed in it that must not be found in what is kept of its text
 */
public record Specimen(
        String layout,
        EvidenceKind kind,
        Form form,
        boolean heldOut,
        List<Truth> truth,
        String holder,
        String everybody,
        List<String> secrets,
        byte[] bytes) {

    /** How the document came to be a file. */
    public enum Form {
        PDF(FileType.PDF, false),
        DOCX(FileType.DOCX, false),
        /** A sheet under a telephone: JPEG, a little turned, with grain. */
        PICTURE(FileType.JPEG, true),
        /** Such pictures bound in a PDF, as scanners make it. */
        SCANNED_PDF(FileType.PDF, true);

        private final FileType type;
        private final boolean recognised;

        Form(FileType type, boolean recognised) {
            this.type = type;
            this.recognised = recognised;
        }

        public FileType type() {
            return type;
        }

        /** Whether its text can only be had by recognising letters in a picture. */
        public boolean recognised() {
            return recognised;
        }
    }

    public static Specimen of(Layout layout, Form form, long seed) {
        Invention invention = new Invention(seed);
        List<String> lines = layout.filled(invention);
        Sheet sheet = new Sheet(lines);
        byte[] bytes = switch (form) {
            case PDF -> sheet.pdf();
            case DOCX -> sheet.docx();
            case PICTURE -> Scanner.picture(sheet.pdf(), seed);
            case SCANNED_PDF -> Scanner.pdf(sheet.pdf(), seed);
        };
        String holder = invention.value("given", null) + " " + invention.value("family", null);
        return new Specimen(
                layout.name(),
                layout.kind(),
                form,
                layout.heldOut(),
                layout.truth(invention),
                holder,
                String.join("\n", lines),
                invention.secrets(),
                bytes);
    }

    /** Many sheets in one file, as people bind a year of payslips; nothing is said about the truth of it. */
    public static Specimen bound(List<Specimen> sheets, Form form) {
        String everybody = sheets.stream().map(Specimen::everybody).collect(Collectors.joining("\n"));
        byte[] bytes = form == Form.DOCX
                ? new Sheet(everybody.lines().toList()).docx()
                : Sheet.bound(sheets.stream().map(Specimen::bytes).toList());
        return new Specimen(
                "bound-" + sheets.size(),
                EvidenceKind.OTHER,
                form,
                false,
                List.of(),
                "",
                everybody,
                sheets.stream().flatMap(sheet -> sheet.secrets().stream()).toList(),
                bytes);
    }

    public String fileName() {
        return layout + "-" + form.name().toLowerCase(Locale.ROOT) + "."
                + (form.type() == FileType.JPEG ? "jpg" : form.type().name().toLowerCase(Locale.ROOT));
    }
}
