package fr.acquis.certification;

import fr.acquis.certification.register.SemicolonFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes in, at start, what the shipped file names and the catalogue does not have: a beginning until the register is imported.
 * It never corrects what is there; the register, or a body here, knows better.
 */
@Component
@Order(10)
class ShippedCatalogue implements ApplicationRunner {

    static final String FILE = "catalogue/cqp-rncp.csv";

    private static final Logger log = LoggerFactory.getLogger(ShippedCatalogue.class);
    private static final String[] COLUMNS = {"Numero_Fiche", "Intitule", "Niveau", "Branche", "Certificateur"};

    private final Certifications certifications;

    ShippedCatalogue(Certifications certifications) {
        this.certifications = certifications;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        certifications.completeDerived();
        try (Reader text =
                new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
            SemicolonFile file = SemicolonFile.open(text, COLUMNS);
            for (Optional<SemicolonFile.Line> line = file.next(); line.isPresent(); line = file.next()) {
                enter(line.get());
            }
        } catch (DuplicateKeyException other) {
            // Another replica starts at the same time and was first: what it entered is the same file.
            log.info("the catalogue was taken in by another start");
        }
    }

    private void enter(SemicolonFile.Line line) {
        if (certifications.findByNumber(line.get("Numero_Fiche")).isPresent()) {
            return;
        }
        String number = line.get("Numero_Fiche");
        String level = line.get("Niveau");
        certifications.register(new NewCertification(
                null,
                line.get("Certificateur"),
                number.startsWith("RS") ? Registration.RS : Registration.RNCP,
                number,
                line.get("Intitule"),
                level.isEmpty() ? null : Level.valueOf(level),
                line.get("Branche"),
                null,
                null,
                false));
    }
}
