package fr.acquis.notification.wording;

import fr.acquis.shell.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says things in one reader's language, whoever is signed in on the thread. */
@Component
public class Words {

    private final MessageSource messages;
    private final Dates dates;

    public Words(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** What runs inside reads messages and dates in this language. */
    public <T> T in(Locale language, Supplier<T> work) {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(reader);
        }
    }

    /**
     * The message in the language of the moment, dates among its values written out.
     *
     * @throws NoSuchMessageException when there is no such message: nothing is sent with a key in it
     */
    public String say(String key, Object... values) {
        Locale language = LocaleContextHolder.getLocale();
        Object[] said = Arrays.stream(values)
                .map(value -> value instanceof LocalDate date ? dates.day(date) : value)
                .toArray();
        return Typography.of(messages.getMessage(key, said, language), language);
    }

    /** Text of others, with the typography of the language of the moment. */
    public String typeset(String text) {
        return Typography.of(text, LocaleContextHolder.getLocale());
    }

    /** lundi 23 novembre 2026: for an appointment. */
    public String weekday(LocalDate date) {
        return dates.weekday(date);
    }

    /** 9 h 30: the hour of an appointment. */
    public String hour(Instant instant) {
        return dates.hour(instant);
    }

    public String day(LocalDate date) {
        return dates.day(date);
    }
}
