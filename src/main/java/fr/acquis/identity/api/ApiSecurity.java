package fr.acquis.identity.api;

import fr.acquis.identity.AccessTable;
import fr.acquis.identity.Tokens;
import fr.acquis.identity.store.AnsweredRequests;
import fr.acquis.platform.api.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.util.unit.DataSize;

/**
 * The programs' filter chain: no session is read or made, so no form of another site can act through it and it needs no
 * form token. The access table opens, as for pages.
 */
@Configuration
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            AccessTable table,
            Tokens tokens,
            ApiRefusals refusals,
            AnsweredRequests requests,
            Problems problems,
            Clock clock,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largestUpload)
            throws Exception {
        return http.securityMatcher(ApiSecurity::isProgram)
                .authorizeHttpRequests(rules -> {
                    rules.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    table.open(rules);
                    rules.anyRequest().denyAll();
                })
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'; sandbox")))
                .addFilterBefore(new BearerFilter(tokens, refusals), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new BodyFilter(problems, largestUpload), AuthorizationFilter.class)
                .addFilterAfter(new RepeatFilter(requests, problems, clock), BodyFilter.class)
                .build();
    }

    /** The description of the API is read by programs with their token, and by people in their session. */
    private static boolean isProgram(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/")
                || path.startsWith("/v3/api-docs") && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
