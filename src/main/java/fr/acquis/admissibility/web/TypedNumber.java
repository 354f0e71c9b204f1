package fr.acquis.admissibility.web;

import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A number as people type it, with a comma or a point, shown back as the reader's language writes it. */
final class TypedNumber extends PropertyEditorSupport {

    private final char separator;

    TypedNumber(Locale locale) {
        separator = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }

    @Override
    public void setAsText(String text) {
        String typed = text.strip();
        setValue(typed.isEmpty() ? null : new BigDecimal(typed.replace(',', '.')));
    }

    @Override
    public String getAsText() {
        return getValue() instanceof BigDecimal number ? number.toPlainString().replace('.', separator) : "";
    }
}
