package fr.acquis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole product: one modular monolith, a room per capability of the trade. */
@SpringBootApplication
@Modulithic(systemName = "Acquis", sharedModules = "shared")
public class AcquisApplication {

    public static void main(String[] args) {
        SpringApplication.run(AcquisApplication.class, args);
    }
}
