package fr.acquis.forms.schema;

import fr.acquis.forms.schema.Component.Field;
import fr.acquis.forms.schema.Component.Group;
import fr.acquis.forms.schema.Component.Repeated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds an answer against a form: the same rules as the viewer's, applied where nobody can leave them out. */
public final class AnswerCheck {

    /** Enough for any plan; a list beyond is no person's work. */
    private static final int LONGEST_LIST = 100;

    private final Map<String, Object> facts;
    private final List<FieldError> errors = new ArrayList<>();

    private AnswerCheck(Map<String, Object> initial, Map<String, Object> given) {
        facts = new HashMap<>(initial);
        facts.putAll(given);
    }

    /** @param initial what the form was opened with: the lists its fields choose from */
    public static Answer of(FormSchema form, Map<String, Object> initial, Map<String, Object> given) {
        AnswerCheck check = new AnswerCheck(initial, given);
        Map<String, Object> data = new LinkedHashMap<>();
        check.all(form.components(), given, check.facts, data, "", List.of());
        return new Answer(data, check.errors);
    }

    /** The error a room found, at the field of the form it names. */
    public static FieldError at(FormSchema form, String path, String messageKey, Object... arguments) {
        List<Integer> indexes = Pattern.compile("\\[(\\d+)]")
                .matcher(path)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
        String plain = path.replaceAll("\\[\\d+]", "");
        return named(form.components(), plain)
                .map(field -> new FieldError(path, field.id(), indexes, label(field), messageKey, List.of(arguments)))
                .orElseThrow(() -> new IllegalArgumentException("form %s has no field %s".formatted(form.id(), path)));
    }

    private static String label(Component component) {
        return switch (component) {
            case Field field -> field.label();
            case Repeated repeated -> repeated.label();
            case Group group -> group.id();
        };
    }

    private static Optional<Component> named(List<Component> components, String path) {
        for (Component component : components) {
            switch (component) {
                case Field field
                when field.key().equals(path) -> {
                    return Optional.of(field);
                }
                case Repeated repeated
                when repeated.path().equals(path) -> {
                    return Optional.of(repeated);
                }
                case Repeated repeated
                when path.startsWith(repeated.path() + ".") -> {
                    return named(
                            repeated.components(),
                            path.substring(repeated.path().length() + 1));
                }
                case Group group -> {
                    var inside = named(
                            group.components(),
                            group.path() != null && path.startsWith(group.path() + ".")
                                    ? path.substring(group.path().length() + 1)
                                    : path);
                    if (inside.isPresent()) {
                        return inside;
                    }
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private void all(
            List<Component> components,
            Map<String, Object> from,
            Map<String, Object> scope,
            Map<String, Object> into,
            String prefix,
            List<Integer> indexes) {
        for (Component component : components) {
            if (Conditions.hold(component.hidden(), scope)) {
                continue;
            }
            switch (component) {
                case Field field -> field(field, from, scope, into, prefix, indexes);
                case Group group -> group(group, from, scope, into, prefix, indexes);
                case Repeated repeated -> repeated(repeated, from, scope, into, prefix, indexes);
            }
        }
    }

    private void field(
            Field field,
            Map<String, Object> from,
            Map<String, Object> scope,
            Map<String, Object> into,
            String prefix,
            List<Integer> indexes) {
        FieldRules rules = new FieldRules(field, options(field), scope);
        switch (rules.read(from.get(field.key()))) {
            case FieldRules.Read.Value value -> into.put(field.key(), value.value());
            case FieldRules.Read.Nothing nothing -> {}
            case FieldRules.Read.Wrong wrong ->
                errors.add(new FieldError(
                        prefix + field.key(),
                        field.id(),
                        indexes,
                        field.label(),
                        wrong.messageKey(),
                        wrong.arguments()));
        }
    }

    private List<String> options(Field field) {
        if (field.optionsKey() == null) {
            return field.options();
        }
        return facts.get(field.optionsKey()) instanceof List<?> list
                ? list.stream().map(AnswerCheck::option).toList()
                : List.of();
    }

    private static String option(Object option) {
        return option instanceof Map<?, ?> map ? String.valueOf(map.get("value")) : String.valueOf(option);
    }

    private void group(
            Group group,
            Map<String, Object> from,
            Map<String, Object> scope,
            Map<String, Object> into,
            String prefix,
            List<Integer> indexes) {
        if (group.path() == null) {
            all(group.components(), from, scope, into, prefix, indexes);
            return;
        }
        Map<String, Object> inside = new LinkedHashMap<>();
        Map<String, Object> part = map(from.get(group.path()));
        all(group.components(), part, within(scope, part), inside, prefix + group.path() + ".", indexes);
        into.put(group.path(), inside);
    }

    private void repeated(
            Repeated repeated,
            Map<String, Object> from,
            Map<String, Object> scope,
            Map<String, Object> into,
            String prefix,
            List<Integer> indexes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<?> given = from.get(repeated.path()) instanceof List<?> list ? list : List.of();
        if (given.size() > LONGEST_LIST) {
            errors.add(new FieldError(
                    prefix + repeated.path(),
                    repeated.id(),
                    indexes,
                    repeated.label(),
                    "forms.error.too-many",
                    List.of(LONGEST_LIST)));
            return;
        }
        for (int row = 0; row < given.size(); row++) {
            Map<String, Object> part = map(given.get(row));
            Map<String, Object> inside = new LinkedHashMap<>();
            List<Integer> here = new ArrayList<>(indexes);
            here.add(row);
            all(
                    repeated.components(),
                    part,
                    within(scope, part),
                    inside,
                    prefix + repeated.path() + "[" + row + "].",
                    here);
            rows.add(inside);
        }
        into.put(repeated.path(), rows);
    }

    /** Inside a group its own answers come first, then those around it. */
    private static Map<String, Object> within(Map<String, Object> scope, Map<String, Object> part) {
        Map<String, Object> inside = new HashMap<>(scope);
        inside.put("parent", scope);
        inside.put("this", part);
        inside.putAll(part);
        return inside;
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> raw) {
            raw.forEach((key, one) -> map.put(String.valueOf(key), one));
        }
        return map;
    }
}
