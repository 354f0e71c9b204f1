package fr.acquis.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** The endpoint × role table of {@code access-table.txt}, in the file's order. */
@Component
public class AccessTable {

    private final List<AccessRule> rules;

    /** Pages a development installation brings along have lines of their own, beside the product and not in its jar. */
    private static final String DEVELOPMENT = "access-table-development.txt";

    AccessTable() {
        this.rules = Stream.of("access-table.txt", DEVELOPMENT)
                .map(ClassPathResource::new)
                .filter(table -> table.exists() || !table.getPath().equals(DEVELOPMENT))
                .flatMap(table -> read(table).stream())
                .toList();
    }

    public List<AccessRule> rules() {
        return rules;
    }

    /** Says the rules to a filter chain; what none of them names stays for the chain to refuse. */
    public void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (AccessRule rule : rules) {
            var matched = requests.requestMatchers(rule.method(), rule.pattern());
            if (rule.anyone()) {
                matched.permitAll();
            } else if (rule.roles().isEmpty()) {
                matched.authenticated();
            } else {
                matched.hasAnyRole(rule.roles().stream().map(Role::name).toArray(String[]::new));
            }
        }
    }

    private static List<AccessRule> read(ClassPathResource table) {
        try {
            return table.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(AccessTable::rule)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static AccessRule rule(String line) {
        String[] columns = line.split("\\s+");
        if (columns.length != 4) {
            throw new IllegalStateException("access table: four columns expected in: " + line);
        }
        String who = columns[2];
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (!who.equals("anyone") && !who.equals("signed-in")) {
            Arrays.stream(who.split(",")).map(Role::valueOf).forEach(roles::add);
        }
        return new AccessRule(
                HttpMethod.valueOf(columns[0]), columns[1], who.equals("anyone"), Set.copyOf(roles), columns[3]);
    }
}
