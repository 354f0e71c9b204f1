package fr.acquis.mortal;

import fr.acquis.AcquisApplication;
import fr.acquis.devservices.DevelopmentConfiguration;
import org.springframework.boot.SpringApplication;

/** The product as it is, but for a {@link Fate}. */
final class MortalApplication {

    static final String READY = "ready";

    private MortalApplication() {}

    public static void main(String[] args) {
        SpringApplication.from(AcquisApplication::main)
                .with(DevelopmentConfiguration.class, MortalConfiguration.class)
                .withAdditionalProfiles("dev")
                .run(args);
        System.out.println(READY);
    }
}
