package fr.acquis.notification.letter;

import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.Addressing.Signatory;
import fr.acquis.notification.CandidateAddresses;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.Letter;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.LetterWording;
import fr.acquis.notification.Letterhead;
import fr.acquis.notification.NotificationSettings;
import fr.acquis.notification.PostalAddress;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.notification.store.LetterheadRows;
import fr.acquis.notification.wording.Templates;
import fr.acquis.notification.wording.Words;
import fr.acquis.shared.CertifyingBodyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Writes a letter: who, to whom, in which words, then the press. */
@Component
public class LetterWriter {

    private final Organisations organisations;
    private final People people;
    private final LetterheadRows letterheads;
    private final Templates templates;
    private final Words words;
    private final PdfPress press;
    private final NotificationSettings settings;
    private final ObjectProvider<CandidateAddresses> addresses;
    private final String style = style("letter");

    LetterWriter(
            Organisations organisations,
            People people,
            LetterheadRows letterheads,
            Templates templates,
            Words words,
            PdfPress press,
            NotificationSettings settings,
            ObjectProvider<CandidateAddresses> addresses) {
        this.organisations = organisations;
        this.people = people;
        this.letterheads = letterheads;
        this.templates = templates;
        this.words = words;
        this.press = press;
        this.settings = settings;
        this.addresses = addresses;
    }

    public RenderedLetter write(Addressing addressing, Letter letter, boolean draft) {
        CertifyingBodyId body = addressing.about().certifyingBody();
        return write(
                addressing,
                letter,
                draft,
                letterheads.find(body).orElse(null),
                letterheads
                        .latest(body, letter.template(), addressing.language())
                        .orElse(LetterheadRows.Versioned.PRODUCT));
    }

    /** With a letterhead and a wording that are not in use: to look at them before they are. */
    public RenderedLetter specimen(
            Addressing addressing, Letter letter, @Nullable Letterhead head, LetterWording wording) {
        return write(addressing, letter, true, head, new LetterheadRows.Versioned(0, wording));
    }

    private RenderedLetter write(
            Addressing addressing,
            Letter letter,
            boolean draft,
            @Nullable Letterhead head,
            LetterheadRows.Versioned wording) {
        LetterTemplate template = letter.template();
        return words.in(addressing.language(), () -> {
            LetterPage page = page(addressing, template, head == null ? plainLetterhead(words) : head, wording, draft);
            String html = templates.fill(
                    "letter/" + template.key() + ".html", Map.of("page", page, "letter", letter, "words", words));
            return new RenderedLetter(
                    addressing,
                    template,
                    template.version(),
                    wording.version(),
                    page.title(),
                    press.press(html, addressing.language()));
        });
    }

    private LetterPage page(
            Addressing addressing,
            LetterTemplate template,
            Letterhead head,
            LetterheadRows.Versioned wording,
            boolean draft) {
        CaseReference about = addressing.about();
        CertifyingBody body = organisations.find(about.certifyingBody()).orElseThrow();
        Person candidate = people.find(about.candidate()).orElseThrow();
        Signatory signatory = addressing.signatory() != null
                ? addressing.signatory()
                : new Signatory(head.signatoryName() == null ? "" : head.signatoryName(), head.signatoryFunction());
        String title = capitalised(words.say("notification.letter." + template.key() + ".title"));
        String date = words.day(addressing.date());
        return new LetterPage(
                addressing.language().getLanguage(),
                title,
                words.say("notification.letter.subject", title, about.reference()),
                body.name(),
                head,
                head.logo() == null ? null : dataAddress(head.logo()),
                candidate.displayName(),
                addressLines(addressing),
                about.reference(),
                about.certification(),
                head.town().isEmpty()
                        ? words.say("notification.letter.dated.only", date)
                        : words.say("notification.letter.dated", head.town(), date),
                addressing.date(),
                wording.opening(),
                wording.closing(),
                signatory,
                words.say("notification.letter.foot", body.name(), about.reference(), title),
                settings.link(""),
                postal(body, head),
                head.contact().isEmpty() ? postal(body, head) : head.contact(),
                style,
                draft);
    }

    private List<String> addressLines(Addressing addressing) {
        PostalAddress known = addressing.to() != null
                ? addressing.to()
                : addresses.stream()
                        .flatMap(room -> room.of(addressing.about().journey()).stream())
                        .findFirst()
                        .orElse(null);
        return known == null ? List.of() : known.lines();
    }

    private static String postal(CertifyingBody body, Letterhead head) {
        return Stream.concat(Stream.of(body.name()), head.addressLines().stream())
                .collect(Collectors.joining(", "));
    }

    static Letterhead plainLetterhead(Words words) {
        return new Letterhead(List.of(), "", "", null, words.say("notification.letter.signatory"), null);
    }

    private static String capitalised(String title) {
        return title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
    }

    static String dataAddress(Letterhead.Logo logo) {
        return "data:" + logo.mediaType() + ";base64," + Base64.getEncoder().encodeToString(logo.content());
    }

    static String style(String template) {
        try {
            return new ClassPathResource("templates/notification/letter/" + template + ".css")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
