package fr.acquis.identity.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

    @Bean
    @ConditionalOnExpression("!'${acquis.oidc.issuer:}'.isBlank()")
    IdentityProvider identityProvider(OidcSettings settings) {
        if (settings.secret().isBlank()) {
            throw new IllegalArgumentException(
                    "acquis.oidc.issuer is given without acquis.oidc.secret (ACQUIS_OIDC_SECRET)");
        }
        return new IdentityProvider(settings);
    }
}
