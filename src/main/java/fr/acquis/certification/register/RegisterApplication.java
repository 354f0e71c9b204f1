package fr.acquis.certification.register;

import fr.acquis.audit.Actor;
import fr.acquis.audit.Audit;
import fr.acquis.certification.Branch;
import fr.acquis.certification.BranchName;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.ChangeKind;
import fr.acquis.certification.Fiche;
import fr.acquis.certification.NewCertification;
import fr.acquis.certification.store.BranchRows;
import fr.acquis.certification.store.CertificationRows;
import fr.acquis.certification.store.CertificationWords;
import fr.acquis.certification.store.ChangeRows;
import fr.acquis.certification.store.RegisterRows;
import fr.acquis.certification.store.StagedRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what was shown, a few fiches at a time, each few whole or not at all. A certification that a body here runs gets the
 * register's words beside its own and nothing else.
 */
@Component
class RegisterApplication {

    private static final int AT_ONCE = 50;
    private static final int LONGEST_CERTIFIER = 200;
    private static final int LONGEST_BRANCH = 120;
    private static final String UNNAMED = "Certificateur non précisé au registre";

    private final StagedRows staged;
    private final ChangeRows changes;
    private final CertificationRows certifications;
    private final CertificationWords words;
    private final RegisterRows register;
    private final BranchRows branches;
    private final Audit audit;
    private final Clock clock;

    RegisterApplication(
            StagedRows staged,
            ChangeRows changes,
            CertificationRows certifications,
            CertificationWords words,
            RegisterRows register,
            BranchRows branches,
            Audit audit,
            Clock clock) {
        this.staged = staged;
        this.changes = changes;
        this.certifications = certifications;
        this.words = words;
        this.register = register;
        this.branches = branches;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether anything was left to do */
    @Transactional
    public boolean applySome(UUID importId, Actor decidedBy) {
        List<ChangeRows.Numbered> next = changes.toApply(importId, AT_ONCE);
        if (next.isEmpty()) {
            return false;
        }
        Map<String, ChangeKind> kinds =
                next.stream().collect(Collectors.toMap(ChangeRows.Numbered::number, ChangeRows.Numbered::kind));
        Map<String, Certification> here = certifications.byNumbers(kinds.keySet());
        Instant now = clock.instant();
        for (Fiche fiche : staged.of(importId, kinds.keySet())) {
            CertificationId id = apply(fiche, here.get(fiche.number()), now);
            audit.record(
                    id.value(),
                    decidedBy,
                    "follow-register",
                    Map.of(
                            "import", importId.toString(),
                            "number", fiche.number(),
                            "change", kinds.get(fiche.number()).name()));
        }
        changes.applied(importId, kinds.keySet());
        return true;
    }

    private CertificationId apply(Fiche fiche, @Nullable Certification here, Instant now) {
        CertificationId id = here == null ? certifications.insert(described(fiche, null), now) : here.id();
        if (here == null || !here.managedHere()) {
            List<Branch> placed = here != null && fiche.conventions().isEmpty()
                    ? branches.place(id, List.of(), here.branch())
                    : branches.place(id, fiche.conventions(), BranchName.ofCertifier(certifier(fiche)));
            certifications.correct(id, described(fiche, placed));
        }
        register.write(id, fiche, now);
        words.write(id);
        return id;
    }

    /** Says which of those here replaces which, as far as both are here. */
    @Transactional
    public void linkSuccessors() {
        certifications.successorsByRegister().forEach((id, successor) -> {
            if (successor == null || !certifications.leadsTo(successor, id)) {
                certifications.replace(id, successor);
            }
        });
    }

    private static NewCertification described(Fiche fiche, @Nullable List<Branch> branches) {
        String branch = branches == null
                ? BranchName.ofCertifier(certifier(fiche))
                : branches.stream().map(Branch::name).collect(Collectors.joining(", "));
        return new NewCertification(
                null,
                certifier(fiche),
                fiche.registration(),
                fiche.number(),
                fiche.title(),
                fiche.level(),
                clipped(branch, LONGEST_BRANCH),
                fiche.registeredFrom(),
                fiche.registeredUntil(),
                false);
    }

    private static String certifier(Fiche fiche) {
        return fiche.certifiers().isEmpty()
                ? UNNAMED
                : clipped(
                        fiche.certifiers().stream().map(Fiche.Coded::label).collect(Collectors.joining(", ")),
                        LONGEST_CERTIFIER);
    }

    private static String clipped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
