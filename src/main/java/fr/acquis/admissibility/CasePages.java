package fr.acquis.admissibility;

import fr.acquis.shared.JourneyId;

/** Where a case's page stands. */
final class CasePages {

    private CasePages() {}

    static String path(JourneyId journey) {
        return "/journeys/" + journey;
    }
}
