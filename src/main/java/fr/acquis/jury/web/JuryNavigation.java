package fr.acquis.jury.web;

import fr.acquis.identity.Role;
import fr.acquis.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class JuryNavigation {

    @Bean
    NavigationEntry jurySessionsEntry() {
        return NavigationEntry.rail(30, "jury.nav", "gavel", "/sessions", Role.AGENT, Role.MANAGER);
    }

    @Bean
    NavigationEntry mySessionsEntry() {
        return NavigationEntry.rail(5, "jury.nav.mine", "gavel", "/sessions/mine", Role.JUROR)
                .openingFirst();
    }
}
