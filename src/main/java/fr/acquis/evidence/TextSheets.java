package fr.acquis.evidence;

import java.util.ArrayList;
import java.util.List;

/** A long text cut into sheets one can look at, at the end of a line where there is one. */
final class TextSheets {

    private static final int SIGNS = 5_000;

    private TextSheets() {}

    static List<String> of(String text) {
        List<String> sheets = new ArrayList<>();
        String rest = text.replace('\f', '\n').strip();
        while (rest.length() > SIGNS) {
            int line = rest.lastIndexOf('\n', SIGNS);
            int cut = line > SIGNS / 2 ? line : SIGNS;
            sheets.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            sheets.add(rest);
        }
        return sheets;
    }
}
