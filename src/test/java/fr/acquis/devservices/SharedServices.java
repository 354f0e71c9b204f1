package fr.acquis.devservices;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test's application at the services all tests share. */
public class SharedServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(DevServices.shared().settings())
                // A test that answers by mail reads the mailbox itself, no other application of this JVM before it.
                .and("acquis.mailbox.every=PT12H")
                .applyTo(context);
    }
}
