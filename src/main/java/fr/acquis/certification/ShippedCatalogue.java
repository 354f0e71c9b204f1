package fr.acquis.certification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes in, at start, what the shipped file says and the database does not; whatever is there can be found. */
@Component
@Order(10)
class ShippedCatalogue implements ApplicationRunner {

    static final String FILE = "catalogue/cqp-rncp.csv";

    private static final Logger log = LoggerFactory.getLogger(ShippedCatalogue.class);

    private final CatalogueImport register;

    ShippedCatalogue(CatalogueImport register) {
        this.register = register;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        register.completeWords();
        String csv = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        CatalogueChanges changes = register.compare(csv);
        changes.refused().forEach(line -> log.warn("{} line {}: {}", FILE, line.line(), line.reason()));
        try {
            register.apply(changes);
        } catch (DuplicateKeyException other) {
            // Another replica starts at the same time and was first: what it entered is the same file.
            log.info("the catalogue was taken in by another start");
        }
    }
}
