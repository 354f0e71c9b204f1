package fr.acquis.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The provider of {@link OidcSettings}, looked up when somebody first signs in by it: the application starts, and the other
 * ways in work, while it is away.
 */
class IdentityProvider implements ClientRegistrationRepository {

    /** In the addresses {@code /oauth2/authorization/acquis} and {@code /login/oauth2/code/acquis}. */
    static final String ID = "acquis";

    private final OidcSettings settings;
    private volatile @Nullable ClientRegistration found;

    IdentityProvider(OidcSettings settings) {
        this.settings = settings;
    }

    String name() {
        return settings.name();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration known = found;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientName(settings.name())
                    .clientId(settings.client())
                    .clientSecret(settings.secret())
                    .scope("openid", "profile", "email")
                    .build();
            found = known;
        }
        return known;
    }
}
