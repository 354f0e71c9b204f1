package fr.acquis.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The colours of static/css/tokens.css against each other, as WCAG 2.2 reckons (1.4.3 and 1.4.11), in both themes. */
@Tag("fast")
class ContrastTest {

    private static final Path STYLES = Path.of("src/main/resources/static/css");
    private static final Pattern TOKEN =
            Pattern.compile("--([a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsla?\\(");

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3.0;

    @Test
    void text_can_be_read_in_both_themes() throws IOException {
        List<String[]> pairs = new ArrayList<>();
        for (String ground : List.of("bg", "card", "brand-tint")) {
            for (String text : List.of("ink", "ink-2", "brand", "brand-strong")) {
                pairs.add(new String[] {text, ground});
            }
        }
        for (String tone : List.of("ok", "warn", "bad", "wait")) {
            for (String ground : List.of("bg", "card", tone + "-tint")) {
                pairs.add(new String[] {tone, ground});
            }
            pairs.add(new String[] {"ink", tone + "-tint"});
        }
        pairs.add(new String[] {"on-brand", "brand"});
        pairs.add(new String[] {"on-brand", "brand-strong"});
        pairs.add(new String[] {"on-bad", "bad"});
        pairs.add(new String[] {"card", "ok"});
        assertThat(under(TEXT, pairs)).isEmpty();
    }

    @Test
    void fields_focus_and_charts_can_be_told_from_their_ground() throws IOException {
        List<String[]> pairs = new ArrayList<>();
        for (String ground : List.of("bg", "card")) {
            for (String shape : List.of("field", "focus", "chart-1", "chart-2", "chart-3", "chart-4")) {
                pairs.add(new String[] {shape, ground});
            }
        }
        pairs.add(new String[] {"focus", "brand-tint"});
        assertThat(under(SHAPE, pairs)).isEmpty();
    }

    @Test
    void only_the_tokens_name_a_colour() throws IOException {
        try (Stream<Path> styles = Files.list(STYLES)) {
            for (Path style :
                    styles.filter(file -> !file.endsWith("tokens.css")).toList()) {
                assertThat(COLOUR.matcher(Files.readString(style)).results().map(found -> found.group()))
                        .as(style.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_known_extremes_are_reckoned_right() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(contrast("#767676", "#ffffff")).isBetween(4.54, 4.55);
    }

    private static List<String> under(double wanted, List<String[]> pairs) throws IOException {
        Map<String, String[]> tokens = tokens();
        List<String> weak = new ArrayList<>();
        for (String[] pair : pairs) {
            assertThat(tokens).containsKeys(pair);
            for (int theme = 0; theme < 2; theme++) {
                double contrast = contrast(tokens.get(pair[0])[theme], tokens.get(pair[1])[theme]);
                if (contrast < wanted) {
                    weak.add("%s on %s, %s: %.2f".formatted(pair[0], pair[1], theme == 0 ? "light" : "dark", contrast));
                }
            }
        }
        return weak;
    }

    private static Map<String, String[]> tokens() throws IOException {
        Map<String, String[]> tokens = new HashMap<>();
        TOKEN.matcher(Files.readString(STYLES.resolve("tokens.css")))
                .results()
                .forEach(found -> tokens.put(found.group(1), new String[] {found.group(2), found.group(3)}));
        return tokens;
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
