package fr.acquis.admissibility;

import fr.acquis.award.Holders;
import fr.acquis.award.Titular;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The candidate as livret 1 declares them: what a certificate bears. */
@Component
class CivilIdentities implements Holders {

    private final Livret1s livrets;

    CivilIdentities(Livret1s livrets) {
        this.livrets = livrets;
    }

    @Override
    public Optional<Holder> of(JourneyId journey) {
        Livret1 livret = livrets.held(journey);
        Livret1.Identity identity = livret.identity();
        if (Texts.blank(identity.birthName()) || Texts.blank(identity.givenNames())) {
            return Optional.empty();
        }
        Titular titular = new Titular(
                identity.givenNames().strip(),
                identity.birthName().strip(),
                Texts.blank(identity.useName()) ? null : identity.useName().strip(),
                identity.birthDate());
        return Optional.of(new Holder(titular, CaseReferences.address(livret.contact())));
    }
}
