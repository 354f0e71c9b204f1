package fr.acquis.support;

import fr.acquis.shared.JourneyId;

/** The candidate signed: the document can be pressed. */
public record SupportAgreementSigned(JourneyId journey, int version) {}
