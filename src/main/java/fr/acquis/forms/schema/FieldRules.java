package fr.acquis.forms.schema;

import fr.acquis.forms.schema.Component.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rules of one field, applied to what was given for it. */
record FieldRules(Field field, List<String> options, Map<String, Object> scope) {

    /** Where the form sets no length, so that a request cannot bring a book. */
    private static final int LONGEST_TEXT = 20_000;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]{6,20}");

    /** What became of it. */
    sealed interface Read {

        record Value(Object value) implements Read {}

        record Nothing() implements Read {}

        record Wrong(String messageKey, List<Object> arguments) implements Read {}
    }

    Read read(@Nullable Object given) {
        if (empty(given)) {
            return field.required() ? wrong("required") : new Read.Nothing();
        }
        return switch (field.kind()) {
            case TEXT -> text(given);
            case NUMBER -> number(given);
            case YES_NO -> given instanceof Boolean yes ? new Read.Value(yes) : wrong("option");
            case ONE_OF -> given instanceof String one && options.contains(one) ? new Read.Value(one) : wrong("option");
            case SOME_OF -> someOf(given);
            case DATE -> moment(given, LocalDate::parse);
            case TIME -> moment(given, FieldRules::time);
            case MOMENT -> moment(given, OffsetDateTime::parse);
        };
    }

    private boolean empty(@Nullable Object given) {
        return switch (given) {
            case null -> true;
            case String text -> text.isBlank();
            case List<?> list -> list.isEmpty();
            case Boolean yes -> !yes && field.required();
            default -> false;
        };
    }

    private Read text(Object given) {
        if (!(given instanceof String written)) {
            return wrong("text");
        }
        String text = written.strip();
        int length = text.length();
        BigDecimal least = bound("minLength");
        BigDecimal most = bound("maxLength");
        if (least != null && length < least.intValue()) {
            return wrong("min-length", least.intValue());
        }
        if (length > (most == null ? LONGEST_TEXT : most.intValue())) {
            return wrong("max-length", most == null ? LONGEST_TEXT : most.intValue());
        }
        String pattern = field.rules().path("pattern").asString("");
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            String own = field.rules().path("patternErrorMessage").asString("");
            return own.isEmpty() ? wrong("pattern") : wrong("own", own);
        }
        return switch (field.rules().path("validationType").asString("")) {
            case "email" -> EMAIL.matcher(text).matches() ? new Read.Value(text) : wrong("email");
            case "phone" -> PHONE.matcher(text).matches() ? new Read.Value(text) : wrong("phone");
            default -> new Read.Value(text);
        };
    }

    private Read number(Object given) {
        BigDecimal number;
        try {
            number = new BigDecimal(given.toString().strip());
        } catch (NumberFormatException unreadable) {
            return wrong("number");
        }
        BigDecimal plain = number.stripTrailingZeros();
        int decimals = Math.max(0, plain.scale());
        JsonNode most = field.file().path("decimalDigits");
        if (most.isNumber() && decimals > most.asInt()) {
            return most.asInt() == 0 ? wrong("integer") : wrong("decimals", most.asInt());
        }
        String increment = field.file().path("increment").asString("");
        if (!increment.isEmpty() && number.remainder(new BigDecimal(increment)).signum() != 0) {
            return wrong("increment", increment);
        }
        BigDecimal min = bound("min");
        if (min != null && number.compareTo(min) < 0) {
            return wrong("min", min);
        }
        BigDecimal max = bound("max");
        if (max != null && number.compareTo(max) > 0) {
            return wrong("max", max);
        }
        return new Read.Value(number);
    }

    private Read someOf(Object given) {
        if (!(given instanceof List<?> list)) {
            return wrong("option");
        }
        List<String> chosen = list.stream().map(String::valueOf).distinct().toList();
        return options.containsAll(chosen) ? new Read.Value(chosen) : wrong("option");
    }

    private Read moment(Object given, Consumer<String> reader) {
        String text = given.toString().strip();
        try {
            reader.accept(text);
            return new Read.Value(text);
        } catch (DateTimeParseException unreadable) {
            return wrong(field.kind() == Component.Kind.TIME ? "time" : "date");
        }
    }

    private static void time(String text) {
        try {
            OffsetTime.parse(text);
        } catch (DateTimeParseException withoutOffset) {
            LocalTime.parse(text);
        }
    }

    /** A bound is a number, or an expression that gives one. */
    private @Nullable BigDecimal bound(String name) {
        JsonNode rule = field.rules().path(name);
        if (rule.isMissingNode() || rule.isNull()) {
            return null;
        }
        String text = rule.asString();
        Object value = text.startsWith("=") ? Conditions.value(text.substring(1), scope) : text;
        return value == null || value.toString().isBlank() ? null : new BigDecimal(value.toString());
    }

    private static Read wrong(String what, Object... arguments) {
        return new Read.Wrong("forms.error." + what, List.of(arguments));
    }
}
