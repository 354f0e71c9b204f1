package fr.acquis.identity;

import fr.acquis.shared.CertifyingBodyId;

/** Organisme certificateur: the tenant. */
public record CertifyingBody(CertifyingBodyId id, String slug, String name) {}
