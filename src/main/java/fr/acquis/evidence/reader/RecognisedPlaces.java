package fr.acquis.evidence.reader;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Words recognised on a drawing and where they stand, from the table Tesseract writes (TSV). */
final class RecognisedPlaces {

    private static final String WORD = "5";
    private static final int BLOCK = 2;
    private static final int LINE = 4;
    private static final int LEFT = 6;
    private static final int TEXT = 11;

    /** In heights of a word: wider gaps part cells. */
    private static final double GUTTER = 2;

    private RecognisedPlaces() {}

    static PlacedText of(BufferedImage drawing) throws IOException {
        Path picture = Files.createTempFile("page-", ".png");
        try {
            ImageIO.write(drawing, "png", picture.toFile());
            // Rows of one column keep a label beside its number.
            return placed(Tesseract.run(picture, "--psm", "4", "tsv"));
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    private static PlacedText placed(String table) {
        PlacedText text = new PlacedText();
        String line = "";
        double end = 0;
        for (String row : table.split("\n")) {
            String[] cells = row.split("\t", -1);
            if (cells.length <= TEXT || !cells[0].equals(WORD) || cells[TEXT].isBlank()) {
                continue;
            }
            Rectangle2D place = place(cells);
            String here = String.join(" ", Arrays.copyOfRange(cells, BLOCK, LINE + 1));
            if (!here.equals(line)) {
                text.part('\n');
            } else {
                text.part(place.getX() - end > GUTTER * place.getHeight() ? '\t' : ' ');
            }
            text.add(cells[TEXT].strip(), place);
            line = here;
            end = place.getMaxX();
        }
        text.part('\n');
        return text;
    }

    private static Rectangle2D place(String[] cells) {
        return new Rectangle2D.Double(
                Integer.parseInt(cells[LEFT]),
                Integer.parseInt(cells[LEFT + 1]),
                Integer.parseInt(cells[LEFT + 2]),
                Integer.parseInt(cells[LEFT + 3]));
    }
}
