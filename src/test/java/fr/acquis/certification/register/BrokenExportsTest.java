package fr.acquis.certification.register;

import static fr.acquis.certification.register.Sample.cqp;
import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.certification.ImportState;
import fr.acquis.certification.RegisterImport;
import fr.acquis.certification.RegisterImports;
import fr.acquis.certification.register.BrokenExport.Problem;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is not a usable export is said in words, and nothing of the catalogue changes. */
@AcquisTest
@Tag("catalogue")
class BrokenExportsTest {

    @Autowired
    JdbcClient database;

    @Autowired
    ActingAs acting;

    @Autowired
    RegisterImports imports;

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
    void a_file_that_is_no_zip_is_empty_or_was_cut_off() throws IOException {
        broken(new byte[0], Problem.EMPTY);
        broken("Numero_Fiche;Intitule\n".getBytes(StandardCharsets.UTF_8), Problem.NOT_A_ZIP);
        byte[] whole = bytes(good());
        broken(Arrays.copyOf(whole, whole.length / 2), Problem.TRUNCATED);
    }

    @Test
    void a_damaged_file_is_noticed_while_it_is_read() throws IOException {
        byte[] whole = bytes(MadeExport.of(
                        1, () -> IntStream.range(0, 300).mapToObj(n -> cqp("RNCP98" + (100 + n), "CQP Essai " + n)))
                .withoutFile("Nsf"));
        // In the packed bytes of the first file, past its heading.
        for (int n = 200; n < 240; n++) {
            whole[n] ^= 0x5a;
        }
        RegisterImport one = register.settled(register.send(whole));
        assertThat(one.state()).isEqualTo(ImportState.BROKEN);
    }

    @Test
    void a_missing_file_or_column_is_named() throws IOException {
        assertThat(broken(bytes(good().withoutFile("VoixdAccès")), Problem.FILE_MISSING)
                        .problemDetail())
                .contains("VoixdAccès");
        assertThat(broken(bytes(good().withoutColumn("Bloc_Competences_Code")), Problem.COLUMN_MISSING)
                        .problemDetail())
                .contains("Bloc_Competences_Code");
        broken(bytes(MadeExport.of(1, cqp("RNCP98001", "BTS d'essai").ofKind("BTS"))), Problem.NO_CQP);
    }

    @Test
    void a_quote_that_is_never_closed_and_another_encoding_are_noticed() throws IOException {
        broken(
                zipOfOne(
                        "Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;Date_Decision;Date_Effet;Date_Fin_Enregistrement;Actif\nRNCP98001;\"CQP ouvert\n"
                                .getBytes(StandardCharsets.UTF_8)),
                Problem.LINE_UNREADABLE);
        broken(
                zipOfOne(
                        "Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;Date_Decision;Date_Effet;Date_Fin_Enregistrement;Actif\nRNCP98001;CQP Préparé;;;;;;;\n"
                                .getBytes(StandardCharsets.ISO_8859_1)),
                Problem.NOT_UTF8);
    }

    private RegisterImport broken(byte[] file, Problem problem) {
        int before = database.sql("select count(*) from certification")
                .query(Integer.class)
                .single();
        RegisterImport one = register.settled(register.send(file));
        assertThat(one.state()).isEqualTo(ImportState.BROKEN);
        assertThat(one.problem()).isEqualTo(problem.name());
        assertThat(database.sql("select count(*) from certification")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
        return one;
    }

    private static MadeExport good() {
        return MadeExport.of(1, cqp("RNCP98001", "CQP Conducteur d'essai"));
    }

    private static byte[] bytes(MadeExport export) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        export.write(bytes);
        return bytes.toByteArray();
    }

    /** A zip with all files, of which the one of fiches is given. */
    private static byte[] zipOfOne(byte[] standard) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (ExportTable table : ExportTable.values()) {
                zip.putNextEntry(new ZipEntry(table.fileName() + "_2026_11_28.csv"));
                zip.write(
                        table == ExportTable.STANDARD
                                ? standard
                                : String.join(";", table.columns()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
