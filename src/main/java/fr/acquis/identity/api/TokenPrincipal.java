package fr.acquis.identity.api;

import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import fr.acquis.identity.TokenId;
import java.security.Principal;

/** A person through one of their tokens, for one request. */
record TokenPrincipal(TokenId token, SignedIn signedIn) implements SignedInPrincipal, Principal {

    @Override
    public String getName() {
        return signedIn.id().toString();
    }
}
