package fr.acquis.notification.letter;

import fr.acquis.notification.DocumentPress;
import fr.acquis.notification.wording.Templates;
import fr.acquis.notification.wording.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A template, its words, the press. */
@Component
class PressedDocuments implements DocumentPress {

    private final Templates templates;
    private final Words words;
    private final PdfPress press;

    PressedDocuments(Templates templates, Words words, PdfPress press) {
        this.templates = templates;
        this.words = words;
        this.press = press;
    }

    @Override
    public byte[] press(String template, Map<String, Object> model, Locale language) {
        return words.in(language, () -> {
            Map<String, Object> shown = new HashMap<>(model);
            shown.put("words", words);
            shown.put("style", LetterWriter.style());
            shown.put("language", language.getLanguage());
            return press.press(templates.fill("letter/" + template + ".html", shown), language);
        });
    }
}
