package fr.acquis.certification.register;

import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.ChangeKind;
import fr.acquis.certification.Fiche;
import fr.acquis.certification.FicheField;
import fr.acquis.certification.RegisterChange;
import fr.acquis.certification.RegisterChange.Difference;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.Standard;
import fr.acquis.certification.store.CertificationRows;
import fr.acquis.certification.store.ChangeRows;
import fr.acquis.certification.store.RegisterRows;
import fr.acquis.certification.store.StagedRows;
import fr.acquis.certification.store.StandardRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was read beside what is here, fiche by fiche, in pages: nothing of it is held whole. */
@Component
class RegisterComparison {

    private static final int PAGE = 200;

    private final StagedRows staged;
    private final CertificationRows certifications;
    private final RegisterRows register;
    private final StandardRows standards;
    private final ChangeRows changes;

    RegisterComparison(
            StagedRows staged,
            CertificationRows certifications,
            RegisterRows register,
            StandardRows standards,
            ChangeRows changes) {
        this.staged = staged;
        this.certifications = certifications;
        this.register = register;
        this.standards = standards;
        this.changes = changes;
    }

    /** @param same that say what is known already; @param aside that ended before they were known here */
    record Found(int changed, int same, int aside) {}

    Found compare(UUID importId, LocalDate today, IntConsumer progress) {
        Set<String> running = staged.running(importId, today);
        int changed = 0;
        int same = 0;
        int aside = 0;
        List<Fiche> page = staged.page(importId, "", PAGE);
        while (!page.isEmpty()) {
            Map<String, Certification> here =
                    certifications.byNumbers(page.stream().map(Fiche::number).toList());
            Map<CertificationId, Fiche> known =
                    register.of(here.values().stream().map(Certification::id).toList());
            List<RegisterChange> found = new ArrayList<>();
            for (Fiche fiche : page) {
                Certification certification = here.get(fiche.number());
                if (certification == null && !worthAdding(fiche, running, today)) {
                    aside++;
                    continue;
                }
                Optional<RegisterChange> change = certification == null
                        ? Optional.of(added(fiche))
                        : changed(fiche, certification, known.get(certification.id()), today);
                change.ifPresentOrElse(found::add, () -> {});
                same += change.isPresent() ? 0 : 1;
            }
            changes.insert(importId, found);
            changed += found.size();
            progress.accept(changed + same + aside);
            page = staged.page(importId, page.getLast().number(), PAGE);
        }
        return new Found(changed, same, aside);
    }

    /** One that ended before it was ever here leads somewhere when a fiche that stands replaces it. */
    private static boolean worthAdding(Fiche fiche, Set<String> running, LocalDate today) {
        return fiche.runsOn(today) || (fiche.successor() != null && running.contains(fiche.successor()));
    }

    private static RegisterChange added(Fiche fiche) {
        return change(fiche, ChangeKind.ADDED, null, Map.of(), FicheField.of(fiche));
    }

    private Optional<RegisterChange> changed(Fiche fiche, Certification here, @Nullable Fiche known, LocalDate today) {
        Map<FicheField, String> before = known == null ? Map.of() : FicheField.of(known);
        Map<FicheField, String> after = FicheField.of(fiche);
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (here.managedHere()) {
            return Optional.of(change(fiche, ChangeKind.INFORMED, here.id(), heldHere(here, before), after));
        }
        Map<FicheField, String> shown = known == null ? FicheField.of(here) : before;
        return Optional.of(change(fiche, kind(fiche, here, known, today), here.id(), shown, after));
    }

    private static ChangeKind kind(Fiche fiche, Certification here, @Nullable Fiche known, LocalDate today) {
        String replacedBefore = known == null ? null : known.successor();
        if (fiche.successor() != null && !fiche.successor().equals(replacedBefore)) {
            return ChangeKind.REPLACED;
        }
        boolean ranBefore = known == null ? !here.registrationEndedOn(today) : known.runsOn(today);
        return ranBefore && !fiche.runsOn(today) ? ChangeKind.ENDED : ChangeKind.CHANGED;
    }

    /** What its body describes itself stands beside the register's words; the rest is what the register said last. */
    private Map<FicheField, String> heldHere(Certification here, Map<FicheField, String> saidLast) {
        Map<FicheField, String> held = new EnumMap<>(FicheField.class);
        held.putAll(saidLast);
        held.putAll(FicheField.of(here));
        Standard standard = standards.of(here.id());
        if (standard.known()) {
            held.put(FicheField.BLOCKS, lines(standard.blocks()));
        }
        return held;
    }

    private static String lines(List<SkillBlock> blocks) {
        return blocks.stream()
                .map(block -> block.code() + " " + block.title())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static RegisterChange change(
            Fiche fiche,
            ChangeKind kind,
            @Nullable CertificationId certification,
            Map<FicheField, String> before,
            Map<FicheField, String> after) {
        List<Difference> fields = new ArrayList<>();
        after.forEach((field, said) -> {
            String was = before.getOrDefault(field, "");
            if (!was.equals(said)) {
                fields.add(new Difference(field, was, said));
            }
        });
        return new RegisterChange(fiche.number(), fiche.title(), kind, false, certification, fields);
    }
}
