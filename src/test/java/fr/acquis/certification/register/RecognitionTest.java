package fr.acquis.certification.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.acquis.certification.BranchName;
import fr.acquis.certification.register.BrokenExport.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
@Tag("catalogue")
class RecognitionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CQP Soudeur",
                "cqpi - Animateur",
                "« CQP » Vendeur",
                "CQPM Opérateur",
                "Certificat de qualification professionnelle Réceptionniste",
                "Certificat de qualification\u00a0professionnelle interbranches Tuteur",
                "CERTIFICAT DE QUALIFICATION PROFESSIONNELLE\nCoiffeur"
            })
    void a_title_alone_says_that_it_is_a_cqp(String title) {
        assertThat(Cqp.is("", "", title)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Titre professionnel Soudeur", "CQPX Soudeur", "BTS et CQP", "Certificat de spécialisation"})
    void other_titles_do_not(String title) {
        assertThat(Cqp.is("TP", "Titre professionnel", title)).isFalse();
        assertThat(Cqp.is("CQP", "", title)).isTrue();
        assertThat(Cqp.is("", "Certificat de Qualification Professionnelle", title))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "export_fiches_CSV_Standard_2026_11_28.csv, STANDARD",
        "dossier/export_fiches_CSV_VoixdAcce\u0300s_2026_11_28.csv, WAYS",
        "export_fiches_CSV_VoixdAccÃ¨s_2026_11_28.csv, WAYS",
        "export_fiches_CSV_Blocs_De_Compétences_2026_11_28.csv, BLOCKS",
        "export_fiches_CSV_Ancienne_Nouvelle_Certification_2026_11_28.csv, SUCCESSORS"
    })
    void files_are_recognised_whatever_became_of_their_accents(String name, ExportTable table) {
        assertThat(ExportTable.of(name)).contains(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Convention collective nationale de la métallurgie|Métallurgie",
                "Métallurgie|Métallurgie",
                "Convention collective nationale des services de l'automobile (commerce et réparation)|Services de l'automobile",
                "Convention collective nationale du négoce|Négoce",
                "Convention collective nationale de l’immobilier|Immobilier"
            })
    void a_branch_is_called_by_its_trade(String label, String name) {
        assertThat(BranchName.ofConvention(label)).isEqualTo(name);
    }

    @Test
    void the_address_of_a_branch_is_plain() {
        assertThat(BranchName.slug("Œuvres & Métiers d’été")).isEqualTo("oeuvres-metiers-d-ete");
        assertThat(BranchName.ofCertifier("CPNE de la branche du sport")).isEqualTo("Sport");
        assertThat(BranchName.slug("Très ".repeat(40))).hasSizeLessThan(80).doesNotEndWith("-");
    }

    /** A hundred thousand times smaller than what it unpacks to: the reader gives up at its limit, whatever the zip announces. */
    @Test
    void a_bomb_is_left_at_the_limit(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (ExportTable table : ExportTable.values()) {
                zip.putNextEntry(new ZipEntry(table.fileName() + "_2026_11_28.csv"));
                zip.write((String.join(";", table.columns()) + "\n").getBytes(StandardCharsets.UTF_8));
                byte[] line = "RNCP1;x;;;;;;;\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
                for (int n = 0; table == ExportTable.STANDARD && n < 1000; n++) {
                    zip.write(line);
                }
                zip.closeEntry();
            }
        }
        try (RegisterExport export = RegisterExport.open(file, 4 << 20)) {
            assertThatExceptionOfType(BrokenExport.class)
                    .isThrownBy(() -> export.read(ExportTable.STANDARD, line -> {}, bytes -> {}))
                    .satisfies(broken -> assertThat(broken.problem()).isEqualTo(Problem.TOO_LARGE_UNPACKED));
        }
    }
}
