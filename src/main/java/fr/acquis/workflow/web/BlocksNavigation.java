package fr.acquis.workflow.web;

import fr.acquis.identity.Role;
import fr.acquis.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BlocksNavigation {

    @Bean
    NavigationEntry technicalBlocks() {
        return NavigationEntry.rail(90, "workflow.blocks.title", "triangle-alert", "/blocks", Role.MANAGER, Role.ADMIN);
    }
}
