package fr.acquis.certification.web;

import fr.acquis.identity.Role;
import fr.acquis.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CertificationNavigation {

    @Bean
    NavigationEntry regulationsEntry() {
        return NavigationEntry.rail(65, "certification.regulations", "book-open", "/regulations", Role.MANAGER);
    }

    @Bean
    NavigationEntry catalogueEntry() {
        return NavigationEntry.rail(60, "certification.nav", "graduation-cap", "/certifications", Role.values());
    }

    @Bean
    NavigationEntry followUpEntry() {
        return NavigationEntry.rail(
                62,
                "certification.follow-up.nav",
                "calendar-clock",
                "/certifications/follow-up",
                Role.MANAGER,
                Role.ADMIN);
    }

    @Bean
    NavigationEntry importEntry() {
        return NavigationEntry.rail(64, "certification.imports.nav", "download", "/certifications/imports", Role.ADMIN);
    }
}
