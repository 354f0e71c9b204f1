package fr.acquis.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.acquis.audit.Audit;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@AcquisTest
@Tag("certification")
class CatalogueImportTest {

    private static final String HEADING = "Numero_Fiche;Intitule;Niveau;Branche;Certificateur\n";

    @Autowired
    CatalogueImport register;

    @Autowired
    Certifications certifications;

    @Autowired
    ShippedCatalogue shipped;

    @Autowired
    Audit audit;

    @Test
    void the_shipped_file_is_here_whole_and_taking_it_in_again_changes_nothing() throws Exception {
        String file = new ClassPathResource(ShippedCatalogue.FILE).getContentAsString(StandardCharsets.UTF_8);
        CatalogueChanges changes = register.compare(file);
        assertThat(changes.none()).isTrue();
        assertThat(changes.untouched()).isEqualTo(70);
        assertThat(changes.refused()).isEmpty();
        int before = audit.of(CatalogueImport.CATALOGUE).size();
        shipped.run(new DefaultApplicationArguments());
        assertThat(audit.of(CatalogueImport.CATALOGUE)).hasSize(before);
    }

    @Test
    @Transactional
    void what_is_new_is_added_and_what_the_register_says_otherwise_is_corrected() {
        CatalogueChanges changes = register.compare(HEADING
                + "RNCP99990;CQP Essayeur;NIV4;Essai;Essais associés\n"
                + "RNCP37268;CQP Agent de contrôle qualité;NIV4;Métallurgie;UIMM\n");
        assertThat(changes.additions()).extracting(NewCertification::number).containsExactly("RNCP99990");
        assertThat(changes.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.before().level()).isEqualTo(Level.NIV3);
            assertThat(correction.now().level()).isEqualTo(Level.NIV4);
        });
        register.apply(changes);
        assertThat(certifications.findByNumber("RNCP99990")).isPresent();
        assertThat(certifications.findByNumber("RNCP37268")).get().satisfies(corrected -> {
            assertThat(corrected.title()).isEqualTo("CQP Agent de contrôle qualité");
            assertThat(corrected.level()).isEqualTo(Level.NIV4);
        });
        assertThat(certifications
                        .search(new CatalogueSearch("essayeur associes", null, 10))
                        .entries())
                .hasSize(1);
        assertThat(audit.of(CatalogueImport.CATALOGUE).getLast().facts())
                .containsEntry("added", "1")
                .containsEntry("corrected", "1");
    }

    @Test
    @Transactional
    void what_a_body_here_owns_is_its_own_to_describe() {
        CatalogueChanges changes = register.compare(HEADING + "RNCP99901;Autre titre;NIV3;Ailleurs;Un autre\n");
        assertThat(changes.none()).isTrue();
        assertThat(changes.untouched()).isOne();
        register.apply(changes);
        assertThat(certifications.findByNumber("RNCP99901").orElseThrow().title())
                .isEqualTo("CQP Négociateur immobilier");
    }

    @Test
    void lines_that_say_nothing_usable_are_refused_one_by_one_with_their_number() {
        CatalogueChanges changes = register.compare(HEADING
                + "RNCPabc;Titre;NIV3;Branche;Certificateur\n"
                + "RNCP99991;;NIV3;Branche;Certificateur\n"
                + "RNCP99992;Titre;NIV9;Branche;Certificateur\n"
                + "RNCP99993;Titre;NIV3\n"
                + "RNCP99994;Titre;NIV3;Branche;Certificateur\n"
                + "RNCP99994;Titre;NIV3;Branche;Certificateur\n");
        assertThat(changes.refused())
                .extracting(CatalogueChanges.RefusedLine::line)
                .containsExactly(2, 3, 4, 5, 7);
        assertThat(changes.additions()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> register.compare("Numero;Titre\n"))
                .withMessageContaining("Numero_Fiche");
    }

    @Test
    void a_person_does_not_import_the_register_whatever_their_role() {
        CatalogueChanges changes = register.compare(HEADING + "RNCP99990;CQP Essayeur;NIV4;Essai;Essais associés\n");
        for (Role role : Role.values()) {
            SignedInAs.during(
                    SignedInAs.somebody(role, null),
                    () -> assertThatExceptionOfType(AccessDeniedException.class)
                            .isThrownBy(() -> register.apply(changes)));
        }
        assertThat(certifications.findByNumber("RNCP99990")).isEmpty();
    }
}
