package fr.acquis.devservices.camunda.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A search over what is active: a filter of plain values, {@code $eq}, {@code $in} or {@code $exists}, a sort by the key
 * only, a page by limit and from, after or before. What cannot be answered is refused, never ignored.
 */
final class Searches<T> {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 10_000;

    private final Map<String, Function<T, Object>> fields = new LinkedHashMap<>();
    private final Function<T, Long> key;
    private final String keyName;

    Searches(String keyName, Function<T, Long> key) {
        this.keyName = keyName;
        this.key = key;
        fields.put(keyName, key::apply);
    }

    Searches<T> by(String name, Function<T, Object> value) {
        fields.put(name, value);
        return this;
    }

    Map<String, Object> answer(Call call, Consumer<Consumer<T>> each, Function<T, Object> shown) {
        Predicate<T> filter = filter(call.body().get("filter"));
        boolean descending = descending(call.body().get("sort"));
        List<T> found = new ArrayList<>();
        each.accept(candidate -> {
            if (filter.test(candidate)) {
                found.add(candidate);
            }
        });
        List<T> ordered = descending ? found.reversed() : found;
        List<T> page = page(ordered, call.body().get("page"), descending);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("totalItems", found.size());
        about.put("hasMoreTotalItems", false);
        if (!page.isEmpty()) {
            about.put("startCursor", key.apply(page.getFirst()).toString());
            about.put("endCursor", key.apply(page.getLast()).toString());
        }
        return Map.of("items", page.stream().map(shown).toList(), "page", about);
    }

    private Predicate<T> filter(JsonNode wanted) {
        Predicate<T> all = candidate -> true;
        if (wanted == null || wanted.isNull()) {
            return all;
        }
        for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
            boolean nothingAsked = entry.getValue().isNull()
                    || entry.getValue().isArray() && entry.getValue().isEmpty();
            if (nothingAsked) {
                continue;
            }
            Function<T, Object> field = fields.get(entry.getKey());
            if (field == null) {
                throw unanswerable("filter by " + entry.getKey());
            }
            Predicate<Object> test = test(entry.getKey(), entry.getValue());
            all = all.and(candidate -> test.test(field.apply(candidate)));
        }
        return all;
    }

    private static Predicate<Object> test(String name, JsonNode wanted) {
        if (!wanted.isObject()) {
            return equalTo(wanted);
        }
        Predicate<Object> all = value -> true;
        for (Map.Entry<String, JsonNode> operator : wanted.properties()) {
            JsonNode operand = operator.getValue();
            if (operand.isNull() || operand.isArray() && operand.isEmpty()) {
                continue;
            }
            all = all.and(
                    switch (operator.getKey()) {
                        case "$eq" -> equalTo(operand);
                        case "$neq" -> equalTo(operand).negate();
                        case "$in" -> in(operand);
                        case "$notIn" -> in(operand).negate();
                        case "$exists" -> value -> exists(value) == operand.booleanValue();
                        default -> throw unanswerable("filter %s by %s".formatted(name, operator.getKey()));
                    });
        }
        return all;
    }

    private static Predicate<Object> equalTo(JsonNode wanted) {
        String text = wanted.isString() ? wanted.stringValue() : wanted.toString();
        return value -> holds(value, Set.of(text));
    }

    private static Predicate<Object> in(JsonNode wanted) {
        Set<String> texts = new HashSet<>();
        wanted.forEach(one -> texts.add(one.isString() ? one.stringValue() : one.toString()));
        return value -> holds(value, texts);
    }

    private static boolean holds(Object value, Set<String> wanted) {
        if (value instanceof Iterable<?> several) {
            for (Object one : several) {
                if (wanted.contains(String.valueOf(one))) {
                    return true;
                }
            }
            return false;
        }
        return wanted.contains(String.valueOf(value));
    }

    private static boolean exists(Object value) {
        return switch (value) {
            case null -> false;
            case String text -> !text.isEmpty();
            case Long number -> number > 0;
            case List<?> several -> !several.isEmpty();
            default -> true;
        };
    }

    private boolean descending(JsonNode sort) {
        if (sort == null || sort.isNull() || sort.isEmpty()) {
            return false;
        }
        String field = Call.text(sort.get(0), "field", "");
        if (sort.size() > 1 || !field.equals(keyName)) {
            throw unanswerable("sort by anything but " + keyName);
        }
        return "desc".equalsIgnoreCase(Call.text(sort.get(0), "order", "asc"));
    }

    private List<T> page(List<T> ordered, JsonNode page, boolean descending) {
        if (page == null || page.isNull()) {
            return ordered.stream().limit(DEFAULT_LIMIT).toList();
        }
        long limit = Call.number(page, "limit", DEFAULT_LIMIT);
        long from = Call.number(page, "from", 0);
        if (limit < 0 || limit > MOST || from < 0) {
            throw Problem.invalid("The value for limit is '%d' but must be between 0 and %d.".formatted(limit, MOST));
        }
        if (page.hasNonNull("before")) {
            long before = cursor(page, "before");
            List<T> earlier = ordered.stream()
                    .filter(one -> descending ? key.apply(one) > before : key.apply(one) < before)
                    .toList();
            return earlier.subList((int) Math.max(0, earlier.size() - limit), earlier.size());
        }
        if (page.hasNonNull("after")) {
            long after = cursor(page, "after");
            return ordered.stream()
                    .filter(one -> descending ? key.apply(one) < after : key.apply(one) > after)
                    .limit(limit)
                    .toList();
        }
        return ordered.stream().skip(from).limit(limit).toList();
    }

    private static long cursor(JsonNode page, String name) {
        try {
            return Long.parseLong(Call.text(page, name, ""));
        } catch (NumberFormatException notOurs) {
            throw Problem.invalid("Cannot decode pagination cursor '" + Call.text(page, name, "") + "'");
        }
    }

    private static Problem unanswerable(String what) {
        return new Problem(501, "NOT_IMPLEMENTED", "The development engine cannot " + what + "; a real cluster can");
    }
}
