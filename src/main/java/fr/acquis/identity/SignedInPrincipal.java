package fr.acquis.identity;

/** Any principal of ours, however the person signed in. */
public interface SignedInPrincipal {

    SignedIn signedIn();
}
