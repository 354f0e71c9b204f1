package fr.acquis.jury;

import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.jury.store.EvaluationRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import org.springframework.stereotype.Component;

/** No member is linked to the candidate, now or before, nor has supported them (code du travail, art. D6412-6). */
@Component
class JurorLinks {

    private final CaseMembers members;
    private final EvaluationRows evaluations;

    JurorLinks(CaseMembers members, EvaluationRows evaluations) {
        this.members = members;
        this.evaluations = evaluations;
    }

    boolean stand(PersonId juror, JourneyId journey, PersonId candidate) {
        return juror.equals(candidate)
                || members.of(journey, Role.ADVISER).contains(juror)
                || evaluations.everLinked(juror, candidate);
    }
}
