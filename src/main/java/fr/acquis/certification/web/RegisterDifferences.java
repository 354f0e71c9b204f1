package fr.acquis.certification.web;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Fiche;
import fr.acquis.certification.FicheField;
import fr.acquis.certification.Level;
import fr.acquis.shell.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where the register says otherwise than the certification as it is run here; told, never forced. */
@Component
class RegisterDifferences {

    private final RuleWords words;
    private final Dates dates;

    RegisterDifferences(RuleWords words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    /** Sentences; none when they say the same. */
    List<String> of(Certification here, Fiche fiche) {
        if (!here.managedHere()) {
            return List.of();
        }
        Map<FicheField, String> said = FicheField.of(fiche);
        List<String> differences = new ArrayList<>();
        FicheField.of(here).forEach((field, held) -> {
            if (!held.equals(said.get(field))) {
                differences.add(
                        words.say("certification.differs." + field, shown(field, said.get(field)), shown(field, held)));
            }
        });
        if (!fiche.active()) {
            differences.add(words.say("certification.differs.ACTIVE"));
        }
        if (fiche.successor() != null && !here.renewed()) {
            differences.add(words.say("certification.differs.SUCCESSOR", fiche.successor()));
        }
        if (fiche.closedToExperience()) {
            differences.add(words.say("certification.differs.WAYS"));
        }
        return differences;
    }

    private String shown(FicheField field, String text) {
        if (text.isEmpty()) {
            return words.say("certification.differs.nothing");
        }
        return switch (field) {
            case FROM, UNTIL -> dates.day(LocalDate.parse(text));
            case LEVEL -> words.say("certification.level", Level.valueOf(text).number());
            case TITLE, ACTIVE, SUCCESSOR, CERTIFIERS, BLOCKS, JOBS, CONVENTIONS, WAYS -> text;
        };
    }
}
