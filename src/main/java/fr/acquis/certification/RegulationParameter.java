package fr.acquis.certification;

import java.util.Locale;
import java.util.function.Function;

/**
 * One thing a règlement settles: its name, what it is by default, and by which text.
 *
 * @param name kebab-case, stable: rows and messages key on it
 * @param source the text behind the default, as people read it
 * @param reader from the stored text; throws {@link IllegalArgumentException} when it says nothing valid
 */
public record RegulationParameter<T>(
        String name,
        Class<T> type,
        T byDefault,
        String source,
        Confidence confidence,
        Function<String, T> reader,
        Function<T, String> writer) {

    public T read(String stored) {
        try {
            return reader.apply(stored);
        } catch (IllegalArgumentException | java.time.DateTimeException invalid) {
            throw new IllegalArgumentException("parameter %s cannot be %s".formatted(name, stored), invalid);
        }
    }

    public String write(T value) {
        return writer.apply(value);
    }

    /** Key of the parameter's name as people read it. */
    public String messageKey() {
        return "certification.parameter." + name.toLowerCase(Locale.ROOT);
    }

    /** The rule where no règlement says otherwise. */
    public Rule<T> defaultRule() {
        return new Rule<>(this, byDefault, source, confidence, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegulationParameter<?> parameter && parameter.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
