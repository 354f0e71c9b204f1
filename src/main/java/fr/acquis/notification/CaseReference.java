package fr.acquis.notification;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;

/**
 * The case a letter or a notification is about.
 *
 * @param reference the case's number as people quote it, for instance VAE-2026-000123
 * @param certification title as a reader knows it, number included: CQP Négociateur immobilier (RNCP00000)
 */
public record CaseReference(
        JourneyId journey,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        String reference,
        String certification) {}
