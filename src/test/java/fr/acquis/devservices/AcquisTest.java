package fr.acquis.devservices;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.worklist.Office;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on the shared services, with the seeded accounts: one context for all tests that say this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = SharedServices.class)
@Import({DevelopmentConfiguration.class, Aftermath.class, FiledCase.class, Office.class})
@ActiveProfiles("dev")
public @interface AcquisTest {}
