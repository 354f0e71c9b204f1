package fr.acquis.support.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.validation.Errors;

/** Reads what people typed; what cannot be read is said beside its field, and what they typed stays. */
final class Typed {

    private final Errors errors;
    private final MessageSource messages;
    private final Locale locale;

    Typed(Errors errors, MessageSource messages, Locale locale) {
        this.errors = errors;
        this.messages = messages;
        this.locale = locale;
    }

    @Nullable
    LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            refuse(field, "support.refused.day");
            return null;
        }
    }

    @Nullable
    LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException unreadable) {
            refuse(field, "support.refused.time");
            return null;
        }
    }

    /** With a comma or a point, two decimals at most. */
    @Nullable
    BigDecimal number(String field, String text, String otherwise) {
        try {
            BigDecimal read = new BigDecimal(text.strip().replace(',', '.').replaceAll("[\\s\\u00a0\\u202f]", ""));
            if (read.stripTrailingZeros().scale() <= 2 && read.signum() >= 0 && read.precision() <= 10) {
                return read;
            }
        } catch (NumberFormatException unreadable) {
            // Said below, as for a number that makes no sense.
        }
        refuse(field, otherwise);
        return null;
    }

    void refuse(String field, String key, Object... arguments) {
        errors.rejectValue(field, key, arguments, messages.getMessage(key, arguments, locale));
    }

    boolean holds() {
        return !errors.hasErrors();
    }

    static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
