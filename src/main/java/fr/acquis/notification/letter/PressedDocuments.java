package fr.acquis.notification.letter;

import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.notification.DocumentPress;
import fr.acquis.notification.Letterhead;
import fr.acquis.notification.NotificationSettings;
import fr.acquis.notification.store.LetterheadRows;
import fr.acquis.notification.wording.Templates;
import fr.acquis.notification.wording.Words;
import fr.acquis.shared.CertifyingBodyId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PressedDocuments implements DocumentPress {

    private final Organisations organisations;
    private final LetterheadRows letterheads;
    private final Templates templates;
    private final Words words;
    private final PdfPress press;
    private final NotificationSettings settings;
    private final String sheet = LetterWriter.style("sheet");

    PressedDocuments(
            Organisations organisations,
            LetterheadRows letterheads,
            Templates templates,
            Words words,
            PdfPress press,
            NotificationSettings settings) {
        this.organisations = organisations;
        this.letterheads = letterheads;
        this.templates = templates;
        this.words = words;
        this.press = press;
        this.settings = settings;
    }

    @Override
    public byte[] press(String template, CertifyingBodyId bodyId, Locale language, Map<String, Object> facts) {
        CertifyingBody body = organisations.find(bodyId).orElseThrow();
        return words.in(language, () -> {
            Letterhead head = letterheads.find(bodyId).orElseGet(() -> LetterWriter.plainLetterhead(words));
            Map<String, Object> model = new HashMap<>(facts);
            model.put("words", words);
            model.put(
                    "page",
                    new DocumentPage(
                            language.getLanguage(),
                            body.name(),
                            head,
                            head.logo() == null ? null : LetterWriter.dataAddress(head.logo()),
                            settings.link(""),
                            sheet,
                            LetterWriter.style(template)));
            return press.press(templates.fill("letter/" + template + ".html", model), language);
        });
    }
}
