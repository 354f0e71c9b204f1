package fr.acquis.identity.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider people may sign in by ({@code acquis.oidc.*}).
 *
 * @param issuer its address; blank for none
 * @param client the name this application has there
 * @param secret what proves it
 * @param name what the sign-in page calls it
 * @param roles who says which roles a person holds
 */
@ConfigurationProperties("acquis.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("acquis") String client,
        @DefaultValue("") String secret,
        @DefaultValue("Keycloak") String name,
        @DefaultValue("OURS") Roles roles) {

    enum Roles {
        /** Accounts and roles are made here; the provider vouches for the person. */
        OURS,
        /** The provider's claims open accounts and say the roles, at each sign-in. */
        PROVIDER
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + client + ", " + roles + "]";
    }
}
