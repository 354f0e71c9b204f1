package fr.acquis.journey;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;

/** Somebody no longer works on a case, and sees it no more. */
public record MemberLeft(JourneyId journey, PersonId person) {}
