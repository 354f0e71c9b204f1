package fr.acquis.certification.register;

import static fr.acquis.certification.register.Sample.CONTINUING;
import static fr.acquis.certification.register.Sample.cqp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.acquis.audit.Audit;
import fr.acquis.certification.Branch;
import fr.acquis.certification.Branches;
import fr.acquis.certification.CatalogueSearch;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.ChangeKind;
import fr.acquis.certification.Fiche;
import fr.acquis.certification.FicheField;
import fr.acquis.certification.ImportState;
import fr.acquis.certification.Level;
import fr.acquis.certification.Openness;
import fr.acquis.certification.RefusedLine;
import fr.acquis.certification.RegisterChange;
import fr.acquis.certification.RegisterImport;
import fr.acquis.certification.RegisterImports;
import fr.acquis.certification.Standard;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import fr.acquis.shared.BusinessRefusal;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@AcquisTest
@Tag("catalogue")
class RegisterImportsTest {

    @Autowired
    RegisterImports imports;

    @Autowired
    Certifications certifications;

    @Autowired
    Branches branches;

    @Autowired
    ActingAs acting;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    @Autowired
    RegisterWork work;

    @Autowired
    Clock clock;

    RegisterCase register;

    @BeforeEach
    void an_administrator() {
        register = new RegisterCase(imports, acting, database);
    }

    @AfterEach
    void leave_nothing() {
        register.leaveNothing();
    }

    @Test
    void only_cqp_and_cqpi_are_kept_and_nothing_changes_before_somebody_says_so() {
        RegisterImport compared = register.compared(MadeExport.of(
                1,
                cqp("RNCP98001", "CQP Conducteur d'essai"),
                cqp("RNCP98002", "Certificat de qualification professionnelle\ninterbranches \"Essayeur\"")
                        .ofKind(""),
                cqp("RNCP98003", "CQPI Agent d'essai").ofKind("Autre"),
                cqp("RNCP98004", "Titre professionnel d'essai").ofKind("TP"),
                cqp("RNCP98005", "Acqpuéreur d'essai").ofKind("")));
        assertThat(compared.state()).isEqualTo(ImportState.COMPARED);
        assertThat(compared.fichesRead()).isEqualTo(5);
        assertThat(compared.fichesKept()).isEqualTo(3);
        assertThat(compared.count(ChangeKind.ADDED)).isEqualTo(3);
        assertThat(compared.absent()).isGreaterThanOrEqualTo(70);
        assertThat(certifications.findByNumber("RNCP98001")).isEmpty();
    }

    @Test
    void what_is_applied_is_found_with_all_the_register_says_and_the_same_file_has_nothing_to_do() {
        MadeExport export = MadeExport.of(
                2,
                cqp("RNCP98001", "CQP Conducteur d'essai")
                        .conventions("9066 Plasturgie d'essai", "9067 Chimie d'essai"));
        RegisterImport applied = register.applied(export);
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
        Certification one = certifications.findByNumber("RNCP98001").orElseThrow();
        assertThat(one.level()).isEqualTo(Level.NIV4);
        assertThat(one.registeredUntil()).isEqualTo(LocalDate.of(2031, 2, 1));
        assertThat(one.certifier()).isEqualTo("CPNE de la branche d'essai, Organisme certificateur d'essai");
        assertThat(branches.of(one.id()))
                .extracting(Branch::slug)
                .containsExactly("chimie-d-essai", "plasturgie-d-essai");
        Fiche fiche = certifications.fiche(one.id()).orElseThrow();
        assertThat(fiche.blocks()).extracting(Fiche.Coded::code).containsExactly("RNCP98001BC01", "RNCP98001BC02");
        assertThat(fiche.jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.code()).isEqualTo("H3201"));
        assertThat(found("formage plastiques")).contains("CQP Conducteur d'essai");
        assertThat(found("H3201 chimie")).contains("CQP Conducteur d'essai");
        assertThat(audit.of(one.id().value()).getLast()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("follow-register");
            assertThat(entry.facts()).containsEntry("change", "ADDED");
        });

        // Another order of columns, of files and of lines says the same.
        RegisterImport again = register.compared(MadeExport.of(
                77,
                cqp("RNCP98001", "CQP Conducteur d'essai")
                        .conventions("9067 Chimie d'essai", "9066 Plasturgie d'essai")));
        assertThat(again.state()).isEqualTo(ImportState.UNCHANGED);
        assertThat(again.same()).isOne();
    }

    @Test
    void what_changed_ended_or_was_replaced_is_told_apart_field_by_field() {
        register.applied(MadeExport.of(
                3,
                cqp("RNCP98001", "CQP Conducteur d'essai"),
                cqp("RNCP98002", "CQP Mouleur d'essai"),
                cqp("RNCP98003", "CQP Régleur d'essai")));
        RegisterImport compared = register.compared(MadeExport.of(
                4,
                cqp("RNCP98001", "CQP Conducteur d'essai").blocks("Préparer le poste", "Conduire autrement"),
                cqp("RNCP98002", "CQP Mouleur d'essai").until("31/10/2026"),
                cqp("RNCP98003", "CQP Régleur d'essai").inactive().replacedBy("RNCP98004"),
                cqp("RNCP98004", "CQP Régleur d'essai"),
                cqp("RNCP98005", "CQP Oublié d'essai").inactive()));
        assertThat(compared.counts())
                .containsEntry(ChangeKind.CHANGED, 1)
                .containsEntry(ChangeKind.ENDED, 1)
                .containsEntry(ChangeKind.REPLACED, 1)
                .containsEntry(ChangeKind.ADDED, 1);
        assertThat(compared.aside()).isOne();
        assertThat(changes(compared, ChangeKind.CHANGED).getFirst().fields())
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.field()).isEqualTo(FicheField.BLOCKS);
                    assertThat(field.before()).contains("Conduire la production");
                    assertThat(field.after()).contains("Conduire autrement");
                });
        apply(compared);
        Certification replaced = certifications.findByNumber("RNCP98003").orElseThrow();
        CertificationId newer =
                certifications.findByNumber("RNCP98004").orElseThrow().id();
        assertThat(replaced.replacedBy()).isEqualTo(newer);
        assertThat(openness("RNCP98003")).isEqualTo(new Openness.Closed(Openness.Reason.WITHDRAWN));
        assertThat(openness("RNCP98002")).isEqualTo(new Openness.Closed(Openness.Reason.REGISTRATION_ENDED));
    }

    @Test
    void a_fiche_without_a_way_by_experience_is_not_open_and_says_so() {
        register.applied(MadeExport.of(
                5,
                cqp("RNCP98001", "CQP Fermé d'essai").openTo(CONTINUING),
                cqp("RNCP98002", "CQP Muet d'essai").openTo()));
        assertThat(openness("RNCP98001")).isEqualTo(new Openness.Closed(Openness.Reason.NO_WAY_BY_EXPERIENCE));
        assertThat(openness("RNCP98002").open()).isTrue();
    }

    @Test
    void what_a_body_here_runs_keeps_its_row_its_standard_and_its_reglement() {
        Certification before = certifications.findByNumber("RNCP99901").orElseThrow();
        Standard standard = certifications.standard(before.id());
        List<String> placed =
                branches.of(before.id()).stream().map(Branch::slug).toList();
        MadeExport export =
                MadeExport.of(6, cqp("RNCP99901", "CQP Autre titre d'essai").until("31/10/2026"));
        RegisterImport applied = register.applied(export);
        assertThat(applied.counts()).containsOnlyKeys(ChangeKind.INFORMED);
        assertThat(changes(applied, ChangeKind.INFORMED).getFirst().fields())
                .filteredOn(field -> field.field() == FicheField.TITLE)
                .singleElement()
                .satisfies(field -> assertThat(field.before()).isEqualTo(before.title()));
        assertThat(certifications.findByNumber("RNCP99901")).contains(before);
        assertThat(certifications.standard(before.id())).isEqualTo(standard);
        assertThat(branches.of(before.id())).extracting(Branch::slug).isEqualTo(placed);
        assertThat(openness("RNCP99901").open()).isTrue();
        assertThat(certifications.fiche(before.id()).orElseThrow().title()).isEqualTo("CQP Autre titre d'essai");
        assertThat(register.compared(export).state()).isEqualTo(ImportState.UNCHANGED);
    }

    @Test
    void replacements_in_a_circle_are_not_followed_for_ever() {
        register.applied(MadeExport.of(
                7,
                cqp("RNCP98001", "CQP Un d'essai").replacedBy("RNCP98002"),
                cqp("RNCP98002", "CQP Deux d'essai").replacedBy("RNCP98001")));
        Certification one = certifications.findByNumber("RNCP98001").orElseThrow();
        Certification two = certifications.findByNumber("RNCP98002").orElseThrow();
        assertThat(one.renewed() && two.renewed()).isFalse();
        assertThat(one.renewed() || two.renewed()).isTrue();
    }

    @Test
    void lines_that_say_nothing_usable_are_refused_with_their_reason() {
        RegisterImport compared = register.compared(MadeExport.of(
                8,
                cqp("RNCP98001", "CQP Bon d'essai"),
                cqp("RNCP98001", "CQP Double d'essai"),
                cqp("RNCPabc", "CQP Numéro d'essai"),
                cqp("RNCP98002", ""),
                cqp("RNCP98003", "CQP " + "très ".repeat(80) + "long"),
                cqp("RNCP98004", "CQP Date d'essai").until("31/02/2030"),
                cqp("RNCP98005", "CQP Ordre d'essai").until("01/01/2020")));
        assertThat(compared.refused()).isEqualTo(6);
        assertThat(compared.count(ChangeKind.ADDED)).isOne();
        List<RefusedLine> lines = acting.call(acting.seeded(Role.ADMIN), () -> imports.refusals(compared.id(), -1, 50));
        assertThat(lines)
                .extracting(RefusedLine::reason)
                .containsExactlyInAnyOrder(
                        RefusedLine.Reason.TWICE,
                        RefusedLine.Reason.NUMBER,
                        RefusedLine.Reason.TITLE,
                        RefusedLine.Reason.TITLE_LONG,
                        RefusedLine.Reason.DATE,
                        RefusedLine.Reason.DATES_ORDER);
    }

    @Test
    void one_import_at_a_time_and_what_is_given_up_changes_nothing() {
        RegisterImport first = register.compared(MadeExport.of(9, cqp("RNCP98001", "CQP Conducteur d'essai")));
        assertThatExceptionOfType(BusinessRefusal.class)
                .isThrownBy(() -> register.send(MadeExport.of(10, cqp("RNCP98002", "CQP Autre d'essai"))))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("certification.import.under-way"));
        acting.run(acting.seeded(Role.ADMIN), () -> imports.cancel(first.id()));
        assertThat(register.find(first.id()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(certifications.findByNumber("RNCP98001")).isEmpty();
        assertThat(register.compared(MadeExport.of(10, cqp("RNCP98002", "CQP Autre d'essai")))
                        .state())
                .isEqualTo(ImportState.COMPARED);
    }

    @Test
    void an_import_whose_process_died_says_so_and_its_application_can_be_gone_on_with() {
        RegisterImport compared = register.compared(MadeExport.of(11, cqp("RNCP98001", "CQP Conducteur d'essai")));
        // As a process that died while applying leaves it.
        database.sql(
                        "update catalogue_import set state = 'APPLYING', decided_at = now(6), alive_until = :past where id = :id")
                .param("past", clock.instant().minusSeconds(1))
                .param("id", compared.id())
                .update();
        work.settleTheSilent();
        RegisterImport stopped = register.find(compared.id());
        assertThat(stopped.state()).isEqualTo(ImportState.INTERRUPTED);
        assertThat(imports.resumable(stopped)).isTrue();
        apply(stopped);
        assertThat(certifications.findByNumber("RNCP98001")).isPresent();
    }

    @Test
    void only_an_administrator_imports_the_register() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                SignedInAs.during(
                        SignedInAs.somebody(role, null),
                        () -> assertThatExceptionOfType(AccessDeniedException.class)
                                .isThrownBy(() -> imports.receive("x.zip", new ByteArrayInputStream(new byte[1]))));
            }
        }
    }

    private void apply(RegisterImport one) {
        acting.run(acting.seeded(Role.ADMIN), () -> imports.apply(one.id()));
        assertThat(register.settled(one.id()).state()).isEqualTo(ImportState.APPLIED);
    }

    private List<RegisterChange> changes(RegisterImport one, ChangeKind kind) {
        return acting.call(acting.seeded(Role.ADMIN), () -> imports.changes(one.id(), kind, "", false, 10));
    }

    private Openness openness(String number) {
        return certifications.openness(
                certifications.findByNumber(number).orElseThrow().id(), LocalDate.now(clock));
    }

    private List<String> found(String words) {
        return certifications.search(new CatalogueSearch(words, null, 50)).entries().stream()
                .map(entry -> entry.certification().title())
                .toList();
    }
}
