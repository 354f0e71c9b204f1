package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.acquis.certification.Standard;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rubriques of the official model: what each lacks is said where it is asked. */
@AcquisTest
@Tag("livret1")
class Livret1RubricsTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Livret1s livrets;

    private SignedIn candidate;
    private JourneyId id;
    private Livret1 complete;
    private String bloc;

    @BeforeEach
    void a_complete_draft() {
        candidate = as.newCandidate();
        id = cases.draft(candidate, FiledCase.NUMBER);
        bloc = cases.codes(FiledCase.NUMBER).getFirst().value();
        complete = cases.livret1(id, Set.of());
        as.run(candidate, () -> {
            cases.attach(id, EvidenceKind.IDENTITY_DOCUMENT, "identite.pdf");
            cases.attach(id, EvidenceKind.PAYSLIP, "paie.pdf");
        });
    }

    @Test
    void what_is_written_comes_back_as_it_was() {
        Livret1 said = complete.with(new Livret1.Request(
                        Livret1.Nature.RENEWAL,
                        Livret1.Target.BLOCKS,
                        Set.of(bloc),
                        List.of(new Livret1.Prerequisite("Permis B", true)),
                        new Livret1.Variant("Option A", "anglais", null, "Parcours 1"),
                        new Livret1.PortalFiling(LocalDate.of(2026, 9, 1), "FV-2026-001")))
                .with(new Dispensations(List.of(new Dispensations.Dispensation(bloc, "BTS, 2012", UUID.randomUUID()))))
                .with(new Livret1.Statement(true, true, true, Livret1.Accompaniment.YES, "Merci."));
        as.run(candidate, () -> livrets.write(id, form -> said));
        assertThat(livrets.held(id)).isEqualTo(said);
    }

    @Test
    void one_goal_is_enough_and_three_are_too_many() {
        assertThat(gaps(complete.with(situation(EnumSet.of(Livret1.Goal.BETTER_PAY)))))
                .isEmpty();
        assertThat(gaps(complete.with(situation(EnumSet.noneOf(Livret1.Goal.class)))))
                .extracting(Gap::messageKey)
                .containsExactly("admissibility.gap.no-goal");
        assertThat(gaps(complete.with(situation(
                        EnumSet.of(Livret1.Goal.BETTER_PAY, Livret1.Goal.FIND_WORK, Livret1.Goal.CHANGE_TRADE)))))
                .extracting(Gap::messageKey)
                .containsExactly("admissibility.gap.goals");
    }

    private static Livret1.Situation situation(Set<Livret1.Goal> goals) {
        return new Livret1.Situation(Livret1.Status.EMPLOYEE, "1527", goals);
    }

    @Test
    void a_dispensation_asks_for_what_is_held_and_for_the_piece_that_proves_it() {
        assertThat(gaps(dispensation("BTS, 2012", null)))
                .extracting(Gap::section, Gap::messageKey)
                .containsExactly(
                        tuple(Section.DISPENSATIONS, "admissibility.gap.dispensation-proof"),
                        tuple(Section.PIECES, "admissibility.gap.piece"));

        EvidenceId diploma = as.call(candidate, () -> cases.attach(id, EvidenceKind.DIPLOMA, "bts.pdf"));
        assertThat(gaps(dispensation("BTS, 2012", diploma.value()))).isEmpty();
        assertThat(gaps(dispensation(null, diploma.value())))
                .extracting(Gap::field)
                .containsExactly("blocks[0].basis");
    }

    @Test
    void a_payslip_proves_no_dispensation() {
        EvidenceId payslip = as.call(candidate, () -> cases.attach(id, EvidenceKind.PAYSLIP, "juin.pdf"));
        assertThat(gaps(dispensation("BTS, 2012", payslip.value())))
                .extracting(Gap::messageKey)
                .contains("admissibility.gap.dispensation-proof");
    }

    private Livret1 dispensation(String basis, UUID proof) {
        return complete.with(new Dispensations(List.of(new Dispensations.Dispensation(bloc, basis, proof))));
    }

    @Test
    void a_prerequisite_is_answered_by_yes_or_no() {
        assertThat(gaps(complete.with(complete.request().with(List.of(new Livret1.Prerequisite("Permis B", null))))))
                .extracting(Gap::section, Gap::field)
                .containsExactly(tuple(Section.PREREQUISITES, "prerequisites[0].held"));
        assertThat(gaps(complete.with(complete.request().with(List.of(new Livret1.Prerequisite("Permis B", false))))))
                .isEmpty();
        assertThat(new Livret1Check(
                                Standard.UNKNOWN,
                                List.of("Habilitation électrique"),
                                false,
                                Set.of(),
                                LocalDate.of(2026, 11, 28))
                        .of(complete))
                .extracting(Gap::messageKey)
                .contains("admissibility.gap.prerequisites");
    }

    private List<Gap> gaps(Livret1 livret) {
        return as.call(candidate, () -> {
            livrets.write(id, form -> livret);
            return livrets.gaps(id);
        });
    }
}
