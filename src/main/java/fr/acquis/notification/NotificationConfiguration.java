package fr.acquis.notification;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.shell.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    @Bean
    static NavigationEntry correspondenceEntry() {
        return NavigationEntry.rail(66, "notification.correspondence", "file-text", "/correspondence", Role.MANAGER);
    }

    @Bean
    static NavigationEntry preferencesEntry() {
        return NavigationEntry.account(15, "notification.preferences", "bell", "/notices/preferences", Role.values());
    }

    @Bean
    static NavigationEntry noticesEntry(Notices notices, CurrentPerson current) {
        return NavigationEntry.topBar(10, "notification.notices", "bell", "/notices", Role.values())
                .counting(() -> current.find()
                        .map(person -> notices.unread(person.id()))
                        .orElse(0L));
    }
}
