package fr.acquis.shell;

import org.springframework.stereotype.Component;

/** What a form's property is called elsewhere on its page. In a template: {@code ${@fieldNames.id('periods[0].start')}}. */
@Component("fieldNames")
public class FieldNames {

    /** The id the field bears: {@code periods0.start}. */
    public String id(String property) {
        return property.replace("[", "").replace("]", "");
    }

    /** What follows in the label's message key: {@code periods.start}. */
    public String key(String property) {
        return property.replaceAll("\\[[^]]*]", "");
    }
}
