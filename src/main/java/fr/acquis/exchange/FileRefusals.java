package fr.acquis.exchange;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.shared.BusinessRefusal;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says of a file that was not taken why, in words. */
@Component
public class FileRefusals {

    private final MessageSource messages;

    FileRefusals(MessageSource messages) {
        this.messages = messages;
    }

    /** @param no what was thrown; anything but a refusal is thrown again */
    public String said(String name, RuntimeException no, Locale locale) {
        String why = switch (no) {
            case RefusedFile refused -> messages.getMessage(refused.messageKey(), named(refused.arguments()), locale);
            case StoreUnavailable away -> messages.getMessage(away.messageKey(), null, locale);
            case BusinessRefusal refused -> messages.getMessage(refused.key(), refused.arguments(), locale);
            default -> throw no;
        };
        return messages.getMessage("exchange.file.refused", new Object[] {name, why}, locale);
    }

    private static Object[] named(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof Evidence piece ? piece.current().fileName() : argument)
                .toArray();
    }
}
