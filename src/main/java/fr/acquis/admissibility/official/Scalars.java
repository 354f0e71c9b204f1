package fr.acquis.admissibility.official;

import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.official.Findings.Found;
import fr.acquis.admissibility.official.Findings.Label;
import fr.acquis.admissibility.official.Findings.Reason;
import fr.acquis.admissibility.official.Findings.Said;
import fr.acquis.admissibility.official.Findings.Unread;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers that are one value of livret 1, reached by their path as in its stored form. */
final class Scalars {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> said;
    private final JsonNode held;
    private final List<Found> found;
    private final List<Unread> unread;

    Scalars(Map<String, String> said, Livret1 held, List<Found> found, List<Unread> unread) {
        this.said = said;
        this.held = JSON.valueToTree(held);
        this.found = found;
        this.unread = unread;
    }

    void text(String path) {
        text(path, "admissibility." + path);
    }

    void text(String path, String label) {
        text(path, label, said.get(path));
    }

    void text(String path, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            add(path, label, value.strip(), Said::text, false);
        }
    }

    void date(String path) {
        String written = said.get(path);
        if (written == null) {
            return;
        }
        Optional<Times.Day> day = Times.day(written).filter(Times.Day::exact);
        if (day.isEmpty()) {
            unread.add(new Unread(Label.of("admissibility." + path), written, Reason.NOT_A_DATE));
            return;
        }
        add(
                path,
                "admissibility." + path,
                day.get().day().toString(),
                iso -> Said.text(Times.day(LocalDate.parse(iso))),
                false);
    }

    /** One of an enumeration, shown by the words of its kind. */
    void word(String path, String kind) {
        word(path, kind, said.get(path));
    }

    void word(String path, String kind, @Nullable String value) {
        if (value != null) {
            add(
                    path,
                    "admissibility." + path,
                    value,
                    name -> Said.words(List.of("admissibility." + kind + "." + name)),
                    false);
        }
    }

    void level(String path) {
        word(path, "level");
    }

    /** A tick gives consent; none says nothing. */
    void consent(String path) {
        if (said.containsKey(path)) {
            add(path, "admissibility." + path, "true", yes -> Said.words(List.of("admissibility.yes")), false);
        }
    }

    private void add(String path, String label, String value, Function<String, Said> shown, boolean reckoned) {
        String now = value(held, path);
        boolean nothing = now == null || now.isBlank() || now.equals("false");
        found.add(new Found(
                path,
                Label.of(label),
                FormAnswers.state(value.equals(now == null ? null : now.strip()), nothing),
                shown.apply(value),
                nothing ? null : shown.apply(now),
                reckoned,
                livret -> changed(livret, path, value)));
    }

    private static @Nullable String value(JsonNode tree, String path) {
        JsonNode node = tree.at("/" + path.replace('.', '/'));
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }

    private static Livret1 changed(Livret1 livret, String path, String value) {
        ObjectNode tree = JSON.valueToTree(livret);
        int last = path.lastIndexOf('.');
        ((ObjectNode) tree.at("/" + path.substring(0, last).replace('.', '/'))).put(path.substring(last + 1), value);
        return JSON.treeToValue(tree, Livret1.class);
    }
}
