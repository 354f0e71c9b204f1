package fr.acquis.forms.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the viewer says by itself, in the reader's language: its own English text with ours. */
@Component
class ViewerWords {

    /** The viewer's texts in our forms' kinds of field, each with the end of its message key. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("Field is required.", "required"),
            Map.entry("Field must match pattern {value}.", "pattern"),
            Map.entry("Field must have minimum value of {value}.", "min"),
            Map.entry("Field must have maximum value of {value}.", "max"),
            Map.entry("Field must have minimum length of {value}.", "min-length"),
            Map.entry("Field must have maximum length of {value}.", "max-length"),
            Map.entry("Field must be a valid email.", "email"),
            Map.entry("Field must be a valid international phone number. (e.g. +4930664040900)", "phone"),
            Map.entry("Value is not a number.", "number"),
            Map.entry("Value is expected to be an integer.", "integer"),
            Map.entry("Value is expected to have at most 1 decimal digit.", "decimal"),
            Map.entry("Value is expected to have at most {value} decimal digits.", "decimals"),
            Map.entry(
                    "Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.",
                    "nearest"),
            Map.entry("Date and time must both be entered.", "both"),
            Map.entry("Increment", "increment"),
            Map.entry("Decrement", "decrement"),
            Map.entry("Search", "search"),
            Map.entry("No results", "no-results"),
            Map.entry("All values selected", "all-selected"),
            Map.entry("Remove tag", "remove-tag"),
            Map.entry("Skip to search", "skip-to-search"),
            Map.entry("Add new", "add"),
            Map.entry("Expand all ({value})", "expand"),
            Map.entry("Collapse", "collapse"));

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final MessageSource messages;

    ViewerWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The viewer's own places stay in our text, for it to fill. */
    private static Object[] places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).toArray();
    }

    Map<String, String> in(Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        TEXTS.forEach((text, key) -> words.put(text, messages.getMessage("forms.viewer." + key, places(text), locale)));
        words.put("Select", messages.getMessage("forms.viewer.select", null, locale));
        words.put("DayFirst", messages.getMessage("forms.viewer.day-first", null, locale));
        words.put("Remove", messages.getMessage("forms.viewer.remove", null, locale));
        return words;
    }
}
