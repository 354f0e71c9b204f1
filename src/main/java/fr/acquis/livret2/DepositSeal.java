package fr.acquis.livret2;

import fr.acquis.shared.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * What was handed in, as lines that {@code sha256sum} writes and reads: the hash of what was written, then that of each piece. The
 * hash of these lines stands for all of it, and anybody who has the files can reckon it again.
 */
public record DepositSeal(List<String> lines) {

    /** What was written, as it is kept and as it can be downloaded. */
    public static final String WRITTEN = "contenu.json";

    public DepositSeal {
        lines = List.copyOf(lines);
    }

    public static DepositSeal of(Sha256 written, Content content) {
        List<String> lines = new ArrayList<>();
        lines.add(line(written, WRITTEN));
        for (Proof piece : content.pieces()) {
            lines.add(line(piece.sha256(), "piece-%03d".formatted(lines.size())));
        }
        return new DepositSeal(lines);
    }

    private static String line(Sha256 hash, String name) {
        return hash.hex() + "  " + name;
    }

    /** Of the lines, each with its line feed. */
    public Sha256 hash() {
        return Sha256.of(String.join("\n", lines) + "\n");
    }
}
