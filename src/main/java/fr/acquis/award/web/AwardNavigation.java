package fr.acquis.award.web;

import fr.acquis.identity.Role;
import fr.acquis.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AwardNavigation {

    @Bean
    NavigationEntry myResultsEntry() {
        return NavigationEntry.rail(40, "award.results", "award", "/results", Role.CANDIDATE);
    }

    @Bean
    NavigationEntry deliveriesEntry() {
        return NavigationEntry.rail(15, "award.deliveries", "stamp", "/deliveries", Role.CPNE);
    }
}
