package fr.acquis.identity.web;

import fr.acquis.identity.AccessTable;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The browser's filter chain: deny by default, the access table opens. */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {

    /** Files every page needs, before and after login; no handler of ours answers them. */
    static final String[] STATIC_FILES = {
        "/css/**", "/js/**", "/fonts/**", "/icons/**", "/vendor/**", "/webjars/**", "/favicon.ico"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SecurityFilterChain browser(
            HttpSecurity http,
            AccessTable table,
            PasswordSignIn passwordSignIn,
            ObjectProvider<ClientRegistrationRepository> registrations,
            OidcSignIn oidcSignIn)
            throws Exception {
        http.authenticationProvider(passwordSignIn)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll();
                    requests.requestMatchers(STATIC_FILES).permitAll();
                    table.open(requests);
                    requests.anyRequest().denyAll();
                })
                .formLogin(login -> login.loginPage("/login")
                        .usernameParameter("email")
                        .defaultSuccessUrl("/")
                        .failureHandler(new SignInFailure()))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(new Doorway()).accessDeniedHandler(new Refusal(table)))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives(ContentSecurityPolicy.POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(self), microphone=(self), geolocation=(), payment=()")));
        ClientRegistrationRepository providers = registrations.getIfAvailable();
        if (providers != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                            .defaultSuccessUrl("/")
                            .failureHandler(new SignInFailure())
                            .userInfoEndpoint(info -> info.oidcUserService(oidcSignIn)))
                    .logout(logout -> logout.logoutSuccessHandler(leavingToo(providers)));
        }
        return http.build();
    }

    /** Who came by the provider leaves it as well: otherwise the next click on its button signs them in again. */
    private static LogoutSuccessHandler leavingToo(ClientRegistrationRepository providers) {
        OidcClientInitiatedLogoutSuccessHandler leaving = new OidcClientInitiatedLogoutSuccessHandler(providers);
        leaving.setPostLogoutRedirectUri("{baseUrl}/login?logout");
        leaving.setDefaultTargetUrl("/login?logout");
        return leaving;
    }
}
