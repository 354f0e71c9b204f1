package fr.acquis.audit;

import fr.acquis.audit.store.AuditLog;
import fr.acquis.audit.store.AuditSeals;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes chains and seals: a changed, removed or added line of the log is named. */
@Service
public class AuditVerifier {

    private final AuditLog log;
    private final AuditSeals seals;

    AuditVerifier(AuditLog log, AuditSeals seals) {
        this.log = log;
        this.seals = seals;
    }

    /** What is wrong, in words; empty when every chain and seal holds. */
    @Transactional(readOnly = true)
    public List<String> verify() {
        List<String> findings = new ArrayList<>();
        log.eachSubject(subject -> findings.addAll(log.broken(subject)));
        findings.addAll(seals.broken());
        return List.copyOf(findings);
    }

    /** The same for one subject, its seals left aside. */
    @Transactional(readOnly = true)
    public List<String> verify(UUID subject) {
        return log.broken(subject);
    }
}
