package fr.acquis.operations;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.Aftermath;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.devservices.SharedServices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The application with the log, the ports, the traces and the identity provider of production: one context for all that say this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LogOfItsOwn.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "logging.structured.format.console=ecs",
            "management.tracing.sampling.probability=1.0",
            // Something to say about every transaction, for the lines of one case to be found.
            "logging.level.org.springframework.orm.jpa.JpaTransactionManager=debug",
            "management.opentelemetry.tracing.export.schedule-delay=200ms"
        })
@ContextConfiguration(initializers = {SharedServices.class, Neighbours.class})
@Import({DevelopmentConfiguration.class, Aftermath.class, FiledCase.class})
@ActiveProfiles("dev")
@interface AsInProduction {}
