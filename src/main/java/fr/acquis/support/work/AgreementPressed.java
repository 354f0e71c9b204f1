package fr.acquis.support.work;

import fr.acquis.support.AgreementPress;
import fr.acquis.support.SupportAgreementSigned;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The signed document is pressed after the signature, again if that failed, kept once. */
@Component
class AgreementPressed {

    private final AgreementPress press;

    AgreementPressed(AgreementPress press) {
        this.press = press;
    }

    @ApplicationModuleListener
    void on(SupportAgreementSigned event) {
        press.keep(event.journey(), event.version());
    }
}
