package fr.acquis.journey.web;

import fr.acquis.identity.Role;
import fr.acquis.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class JourneyNavigation {

    @Bean
    NavigationEntry myJourneys() {
        return NavigationEntry.rail(10, "journey.mine", "route", "/journeys", Role.CANDIDATE)
                .openingFirst();
    }
}
