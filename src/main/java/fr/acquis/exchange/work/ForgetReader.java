package fr.acquis.exchange.work;

import fr.acquis.exchange.store.ReaderRows;
import fr.acquis.journey.MemberLeft;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Whoever left a case has nothing to read there any more. */
@Component
class ForgetReader {

    private final ReaderRows readers;

    ForgetReader(ReaderRows readers) {
        this.readers = readers;
    }

    @ApplicationModuleListener
    void on(MemberLeft left) {
        readers.forget(left.journey(), left.person());
    }
}
