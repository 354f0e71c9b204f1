package fr.acquis.identity.web;

import fr.acquis.audit.Actor;
import fr.acquis.audit.Audit;
import fr.acquis.identity.ProvidedPeople;
import fr.acquis.identity.ProvidedPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import fr.acquis.identity.store.PersonAccount;
import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.identity.store.PersonRoles;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An identity provider vouches for an e-mail; an address it did not verify opens nothing. Roles are ours, unless the
 * installation leaves them to the provider: then its claims {@code acquis_roles} and {@code acquis_body} say them.
 */
@Component
class OidcSignIn extends OidcUserService {

    private final PersonAccounts accounts;
    private final PersonRoles roles;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ProvidedPeople provided;
    private final OidcSettings settings;

    OidcSignIn(
            PersonAccounts accounts,
            PersonRoles roles,
            Audit audit,
            PlatformTransactionManager transactions,
            ProvidedPeople provided,
            OidcSettings settings) {
        this.accounts = accounts;
        this.provided = provided;
        this.settings = settings;
        this.roles = roles;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return known(super.loadUser(request));
    }

    OidcUser known(OidcUser vouched) {
        if (vouched.getEmail() == null || !Boolean.TRUE.equals(vouched.getEmailVerified())) {
            throw new OAuth2AuthenticationException(new OAuth2Error("email_not_verified"));
        }
        SignedIn person = transaction.execute(status -> {
            PersonAccount account = account(vouched);
            audit.record(
                    account.id().value(),
                    new Actor(account.id().value(), "SELF", null),
                    "sign-in",
                    Map.of("method", "oidc"));
            return roles.signedIn(account);
        });
        return new OidcPrincipal(vouched, person);
    }

    private PersonAccount account(OidcUser vouched) {
        Optional<PersonAccount> account = settings.roles() == OidcSettings.Roles.PROVIDER
                ? Optional.of(provided.bringUpToDate(described(vouched)))
                : accounts.findByEmail(vouched.getEmail().strip().toLowerCase(Locale.ROOT));
        return account.filter(PersonAccount::enabled)
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("no_account")));
    }

    private static ProvidedPerson described(OidcUser vouched) {
        if (vouched.getGivenName() == null || vouched.getFamilyName() == null) {
            throw new OAuth2AuthenticationException(new OAuth2Error("name_missing"));
        }
        List<String> claimed = vouched.getClaimAsStringList("acquis_roles");
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (claimed != null && claimed.contains(role.name())) {
                roles.add(role);
            }
        }
        return new ProvidedPerson(
                vouched.getEmail().strip(),
                vouched.getGivenName(),
                vouched.getFamilyName(),
                roles,
                vouched.getClaimAsString("acquis_body"));
    }

    static final class OidcPrincipal extends DefaultOidcUser implements SignedInPrincipal {

        private static final long serialVersionUID = 1L;

        private final SignedIn person;

        OidcPrincipal(OidcUser vouched, SignedIn person) {
            super(Authorities.of(person), vouched.getIdToken(), vouched.getUserInfo());
            this.person = person;
        }

        @Override
        public SignedIn signedIn() {
            return person;
        }

        @Override
        public String getName() {
            return person.id().toString();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OidcPrincipal principal && principal.person.equals(person);
        }

        @Override
        public int hashCode() {
            return person.hashCode();
        }
    }
}
