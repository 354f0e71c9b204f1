package fr.acquis.certification.web;

import fr.acquis.certification.Certification;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the register says of a certification, in the reader's words. */
@Component
class CertificationFacts {

    private static final String REGISTER = "https://www.francecompetences.fr/recherche/";

    private final RuleWords words;
    private final Dates dates;

    CertificationFacts(RuleWords words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    Crumb catalogue() {
        return new Crumb(words.say("certification.nav"), "/certifications");
    }

    /** RNCP99901 · Niveau 5 · Immobilier. */
    String line(Certification certification) {
        return String.join(" · ", number(certification), level(certification), certification.branch());
    }

    List<Fact> of(Certification certification, LocalDate today) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("number", number(certification)));
        facts.add(fact("register", words.word(certification.registration())));
        facts.add(fact("level", level(certification)));
        facts.add(fact("certifier", certification.certifier()));
        facts.add(fact("branch", certification.branch()));
        if (certification.registeredFrom() != null) {
            facts.add(fact("from", dates.day(certification.registeredFrom())));
        }
        facts.add(fact("validity", validity(certification, today)));
        if (!certification.renewed()) {
            facts.add(fact("renewal", words.say("certification.renewal.none")));
        }
        return facts;
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }

    private Fact fact(String name, String value) {
        return new Fact(words.say("certification.fact." + name), value);
    }

    String validity(Certification certification, LocalDate today) {
        LocalDate until = certification.registeredUntil();
        if (certification.registrationBeginsAfter(today)) {
            return words.say("certification.begins", dates.day(certification.registeredFrom()));
        }
        if (until == null) {
            return words.say("certification.until.unknown");
        }
        return words.say(
                certification.registrationEndedOn(today) ? "certification.ended" : "certification.until",
                dates.day(until));
    }

    private String level(Certification certification) {
        return certification.level() == null
                ? words.say("certification.level.none")
                : words.say("certification.level", certification.level().number());
    }

    private String number(Certification certification) {
        return certification.number() == null ? words.say("certification.unnumbered") : certification.number();
    }

    /** Its page at the register; null where it has none. */
    static @Nullable String registerPage(Certification certification) {
        if (certification.fictive() || certification.number() == null) {
            return null;
        }
        return switch (certification.registration()) {
            case RNCP -> REGISTER + "rncp/" + certification.number().substring("RNCP".length()) + "/";
            case RS -> REGISTER + "rs/" + certification.number().substring("RS".length()) + "/";
            case TRANSMIS, AUCUN -> null;
        };
    }
}
