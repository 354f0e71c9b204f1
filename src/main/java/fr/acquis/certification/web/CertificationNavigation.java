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
}
