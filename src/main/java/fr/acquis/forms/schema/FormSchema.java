package fr.acquis.forms.schema;

import fr.acquis.forms.schema.Component.Field;
import fr.acquis.forms.schema.Component.Group;
import fr.acquis.forms.schema.Component.Kind;
import fr.acquis.forms.schema.Component.Repeated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form of the models: what it asks, in its order. A file with a question this reader does not know is refused whole. */
public final class FormSchema {

    private final String id;
    private final String text;
    private final List<Component> components;

    private FormSchema(String id, String text, List<Component> components) {
        this.id = id;
        this.text = text;
        this.components = components;
    }

    /** The form shipped with the application under that id. */
    public static FormSchema shipped(String id) {
        try (InputStream file = FormSchema.class.getResourceAsStream("/forms/" + id + ".form")) {
            if (file == null) {
                throw new IllegalArgumentException("no form is called " + id);
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    public static FormSchema read(String text) {
        JsonNode form = JsonMapper.shared().readTree(text);
        return new FormSchema(form.path("id").asString(), text, components(form));
    }

    public String id() {
        return id;
    }

    /** The file itself, for the viewer. */
    public String text() {
        return text;
    }

    List<Component> components() {
        return components;
    }

    /** The title of the form: the first heading of its texts. */
    public Optional<String> title() {
        JsonNode form = JsonMapper.shared().readTree(text);
        return form.path("components")
                .valueStream()
                .filter(component -> component.path("type").asString().equals("text"))
                .flatMap(component -> component.path("text").asString().lines())
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+\\s*", ""))
                .findFirst();
    }

    private static List<Component> components(JsonNode parent) {
        List<Component> all = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            component(component).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static Optional<Component> component(JsonNode file) {
        String type = file.path("type").asString();
        return switch (type) {
            case "text", "html", "image", "separator", "spacer", "button" -> Optional.empty();
            case "group" ->
                Optional.of(new Group(id(file), file.path("path").asString(null), hidden(file), components(file)));
            case "dynamiclist" ->
                Optional.of(new Repeated(
                        id(file), file.path("path").asString(), label(file), hidden(file), components(file)));
            case "textfield", "textarea" -> Optional.of(field(file, Kind.TEXT));
            case "number" -> Optional.of(field(file, Kind.NUMBER));
            case "checkbox" -> Optional.of(field(file, Kind.YES_NO));
            case "radio", "select" -> Optional.of(field(file, Kind.ONE_OF));
            case "checklist", "taglist" -> Optional.of(field(file, Kind.SOME_OF));
            case "datetime" ->
                Optional.of(field(file, moment(file.path("subtype").asString())));
            default ->
                throw new IllegalArgumentException("a form asks by a component this reader does not know: " + type);
        };
    }

    private static Kind moment(String subtype) {
        return switch (subtype) {
            case "date" -> Kind.DATE;
            case "time" -> Kind.TIME;
            case "datetime" -> Kind.MOMENT;
            default -> throw new IllegalArgumentException("a date of no known sort: " + subtype);
        };
    }

    private static Field field(JsonNode file, Kind kind) {
        return new Field(
                id(file),
                file.path("key").asString(),
                kind,
                label(file),
                file.path("validate"),
                file.path("values")
                        .valueStream()
                        .map(value -> value.path("value").asString())
                        .toList(),
                file.path("valuesKey").asString(null),
                hidden(file),
                file);
    }

    private static String id(JsonNode file) {
        return file.path("id").asString();
    }

    private static String label(JsonNode file) {
        String label = file.path("label").asString("");
        return label.isEmpty()
                ? file.path("dateLabel").asString(file.path("key").asString(""))
                : label;
    }

    private static @Nullable String hidden(JsonNode file) {
        String condition = file.path("conditional").path("hide").asString("");
        return condition.isEmpty() ? null : condition.replaceFirst("^=", "");
    }
}
