package fr.acquis.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Health and figures on a port of their own ask for no sign-in: the port is not published, and nothing there names a person.
 * Where they share the application's port, the access table decides.
 */
@Configuration
class ManagementSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http, Environment environment) throws Exception {
        return http.securityMatcher(request -> onItsOwnPort(request, environment))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static boolean onItsOwnPort(HttpServletRequest request, Environment environment) {
        Integer own = environment.getProperty("local.management.port", Integer.class);
        Integer shared = environment.getProperty("local.server.port", Integer.class);
        return own != null && !own.equals(shared) && request.getLocalPort() == own;
    }
}
