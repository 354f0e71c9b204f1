package fr.acquis.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no template may hold, because a reader or the Content-Security-Policy would not forgive it. */
@Tag("fast")
class TemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/templates");
    private static final Set<String> SPOKEN = Set.of("title", "alt", "placeholder", "aria-label", "label");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern ICON = Pattern.compile("icons\\.svg#([a-z0-9-]+)");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final List<String> RESTRICTED = List.of("th:replace", "th:insert", "th:href", "th:action", "th:src");
    private static final Pattern BEAN = Pattern.compile("@\\w+\\.|\\bT\\(|\\bnew ");

    /** Keys of the keyboard are the same word in every language. */
    private static final Set<String> WORDLESS = Set.of("kbd", "code");

    @Test
    void no_text_is_written_in_a_template() throws IOException {
        List<String> raw = new ArrayList<>();
        forEachElement((file, element) -> {
            for (TextNode text : element.textNodes()) {
                if (LETTER.matcher(text.text()).find() && !WORDLESS.contains(element.tagName())) {
                    raw.add(file + ": " + text.text().strip());
                }
            }
            for (Attribute attribute : element.attributes()) {
                if (SPOKEN.contains(attribute.getKey())
                        && LETTER.matcher(attribute.getValue()).find()) {
                    raw.add(file + ": " + attribute);
                }
            }
        });
        assertThat(raw).as("write it in messages/<room>.properties").isEmpty();
    }

    @Test
    void no_template_needs_what_the_policy_forbids() throws IOException {
        List<String> forbidden = new ArrayList<>();
        forEachElement((file, element) -> {
            if (element.tagName().equals("style") || element.tagName().equals("script") && !element.hasAttr("th:src")) {
                forbidden.add(file + ": inline " + element.tagName());
            }
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().replaceFirst("^(th:|data-)", "");
                if (name.equals("style")
                        || name.startsWith("on")
                        || name.startsWith("hx-on")
                        || attribute.getValue().contains("javascript:")
                        || name.startsWith("hx-") && attribute.getValue().startsWith("js:")) {
                    forbidden.add(file + ": " + attribute);
                }
            }
        });
        assertThat(forbidden).isEmpty();
    }

    @Test
    void nothing_is_written_without_escaping() throws IOException {
        List<String> unescaped = new ArrayList<>();
        forEachElement((file, element) -> {
            if (element.hasAttr("th:utext")) {
                unescaped.add(file + ": " + element.attr("th:utext"));
            }
        });
        for (Path file : files()) {
            if (Files.readString(file).contains("[(")) {
                unescaped.add(file + ": [(…)]");
            }
        }
        assertThat(unescaped).isEmpty();
    }

    @Test
    void every_link_and_file_goes_through_the_applications_addresses() throws IOException {
        List<String> bare = new ArrayList<>();
        forEachElement((file, element) -> {
            for (String name : List.of("href", "src", "action")) {
                String value = element.attr(name);
                if (!value.isEmpty() && !value.startsWith("#")) {
                    bare.add(file + ": " + name + "=" + value);
                }
            }
            if (element.tagName().equals("form")
                    && element.attr("method").equals("post")
                    && !element.hasAttr("th:action")) {
                bare.add(file + ": a post form without th:action has no token");
            }
        });
        assertThat(bare).isEmpty();
    }

    /** Thymeleaf replaces before it chooses or loops: both on one element do not do what they seem to say. */
    @Test
    void no_element_both_chooses_and_is_replaced() throws IOException {
        List<String> misleading = new ArrayList<>();
        forEachElement((file, element) -> {
            boolean brought = element.hasAttr("th:replace") || element.hasAttr("th:insert");
            if (brought && (element.hasAttr("th:if") || element.hasAttr("th:unless") || element.hasAttr("th:each"))) {
                misleading.add(file + ": " + element.attributes());
            }
        });
        assertThat(misleading).isEmpty();
    }

    /** Thymeleaf refuses them there, once a reader's page comes to it: they are named before, by th:with. */
    @Test
    void no_bean_is_asked_where_a_fragment_or_an_address_is_named() throws IOException {
        List<String> refused = new ArrayList<>();
        forEachElement((file, element) -> {
            for (String name : RESTRICTED) {
                if (BEAN.matcher(element.attr(name)).find()) {
                    refused.add(file + ": " + element.attr(name));
                }
            }
        });
        assertThat(refused).isEmpty();
    }

    @Test
    void every_word_asked_for_exists() throws IOException {
        Set<String> known = keys();
        List<String> unknown = new ArrayList<>();
        for (Path file : files()) {
            KEY.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> unknown.add(file + ": " + key));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_icon_asked_for_exists() throws IOException {
        Set<String> drawn = new TreeSet<>();
        Pattern.compile("<symbol id=\"([^\"]+)\"")
                .matcher(Files.readString(Path.of("src/main/resources/static/vendor/lucide/icons.svg")))
                .results()
                .forEach(found -> drawn.add(found.group(1)));
        List<String> missing = new ArrayList<>();
        for (Path file : files()) {
            ICON.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(icon -> !drawn.contains(icon))
                    .forEach(icon -> missing.add(file + ": " + icon));
        }
        assertThat(missing).isEmpty();
        assertThat(drawn)
                .containsAll(Stream.of(Tone.values()).map(Tone::icon).toList())
                .containsAll(Stream.of(Step.State.values())
                        .map(Step.State::icon)
                        .filter(icon -> icon != null)
                        .toList());
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path bundle : bundles.toList()) {
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    words.load(reader);
                }
                keys.addAll(words.stringPropertyNames());
            }
        }
        return keys;
    }

    private interface Look {
        void at(Path file, Element element);
    }

    private static void forEachElement(Look look) throws IOException {
        for (Path file : files()) {
            Document document = Jsoup.parse(Files.readString(file), "", Parser.xmlParser());
            document.getAllElements().forEach(element -> look.at(FOLDER.relativize(file), element));
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            // A letter is printed and a mail is read elsewhere: their styles stand in them.
            List<Path> templates = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.toString().matches(".*/notification/(letter|mail)/.*"))
                    .sorted()
                    .toList();
            assertThat(templates).isNotEmpty();
            return templates;
        }
    }
}
