package fr.acquis.certification;

import fr.acquis.audit.Audit;
import fr.acquis.certification.store.CertificationRows;
import fr.acquis.certification.store.CertificationWords;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the register's lines in. First compared, then applied; a certification that a body here owns is its own to describe,
 * and nothing an import does touches a standard or a règlement.
 */
@Service
@Transactional
public class CatalogueImport {

    /** Imports are logged on the catalogue as a whole. */
    public static final UUID CATALOGUE = UUID.nameUUIDFromBytes("acquis/catalogue".getBytes(StandardCharsets.UTF_8));

    private static final String[] COLUMNS = {"Numero_Fiche", "Intitule", "Niveau", "Branche", "Certificateur"};

    private final CertificationRows rows;
    private final CertificationWords words;
    private final Ownership ownership;
    private final Audit audit;
    private final Clock clock;

    CatalogueImport(CertificationRows rows, CertificationWords words, Ownership ownership, Audit audit, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.ownership = ownership;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What taking the file in would change.
     *
     * @param csv columns {@code Numero_Fiche;Intitule;Niveau;Branche;Certificateur} in any order
     * @throws IllegalArgumentException when a column is missing
     */
    @Transactional(readOnly = true)
    public CatalogueChanges compare(String csv) {
        Map<String, Certification> known = rows.known();
        Set<String> seen = new HashSet<>();
        List<NewCertification> additions = new ArrayList<>();
        List<CatalogueChanges.Correction> corrections = new ArrayList<>();
        List<CatalogueChanges.RefusedLine> refused = new ArrayList<>();
        int untouched = 0;
        for (SemicolonFile.Line line : SemicolonFile.read(csv, COLUMNS).lines()) {
            NewCertification said;
            try {
                said = certification(line);
            } catch (IllegalArgumentException unusable) {
                refused.add(new CatalogueChanges.RefusedLine(line.number(), unusable.getMessage()));
                continue;
            }
            if (!seen.add(said.number())) {
                refused.add(new CatalogueChanges.RefusedLine(line.number(), said.number() + " comes twice"));
                continue;
            }
            Certification here = known.get(said.number());
            if (here == null) {
                additions.add(said);
            } else if (here.managedHere() || same(here, said)) {
                untouched++;
            } else {
                corrections.add(new CatalogueChanges.Correction(here, said));
            }
        }
        return new CatalogueChanges(additions, corrections, untouched, refused);
    }

    /** Does what was shown. */
    public void apply(CatalogueChanges changes) {
        ownership.requireProduct();
        if (changes.none()) {
            return;
        }
        changes.additions().forEach(one -> words.write(rows.insert(one, clock.instant())));
        changes.corrections().forEach(one -> {
            rows.correct(one.before().id(), one.now());
            words.write(one.before().id());
        });
        audit.record(
                CATALOGUE,
                "import-catalogue",
                Map.of(
                        "added", Integer.toString(changes.additions().size()),
                        "corrected", Integer.toString(changes.corrections().size()),
                        "refused", Integer.toString(changes.refused().size())));
    }

    /** Makes the words of those that are not found by any. */
    public void completeWords() {
        ownership.requireProduct();
        words.missing().forEach(words::write);
    }

    private static NewCertification certification(SemicolonFile.Line line) {
        String number = line.get("Numero_Fiche");
        Registration registration = number.startsWith("RS") ? Registration.RS : Registration.RNCP;
        String level = line.get("Niveau");
        return new NewCertification(
                null,
                line.get("Certificateur"),
                registration,
                number,
                line.get("Intitule"),
                level.isEmpty() ? null : Level.valueOf(level),
                line.get("Branche"),
                null,
                null,
                false);
    }

    private static boolean same(Certification here, NewCertification said) {
        return here.title().equals(said.title())
                && here.level() == said.level()
                && here.branch().equals(said.branch())
                && here.certifier().equals(said.certifier());
    }
}
