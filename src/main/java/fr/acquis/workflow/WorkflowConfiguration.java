package fr.acquis.workflow;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(WorkflowSettings.class)
class WorkflowConfiguration {

    /** Nothing dies here; a test says otherwise with a primary bean. */
    @Bean
    FaultPoints faultPoints() {
        return place -> {};
    }
}
