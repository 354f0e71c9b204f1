package fr.acquis.notification.letter;

import fr.acquis.notification.Addressing.Signatory;
import fr.acquis.notification.Letterhead;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter's frame shows, ready to be put into the template.
 *
 * @param body name of the certifying body
 * @param address where the reader finds their space
 * @param writtenOn the letter's own date, for a letter that is not dated from the body's town
 * @param postal name and address of the certifying body, in one line
 * @param reach how to reach it: its contact line, its postal address without one
 * @param style the style sheet, for the template to embed
 * @param logo as a data address, null when there is none
 */
public record LetterPage(
        String language,
        String title,
        String subject,
        String body,
        Letterhead head,
        @Nullable String logo,
        String addressee,
        List<String> addressLines,
        String reference,
        String certification,
        String dateLine,
        LocalDate writtenOn,
        List<String> opening,
        List<String> closing,
        Signatory signatory,
        String foot,
        String address,
        String postal,
        String reach,
        String style,
        boolean draft) {}
