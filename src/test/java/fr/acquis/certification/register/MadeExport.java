package fr.acquis.certification.register;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An export as France compétences publishes it, made: several files in one zip, columns in any order, accents of file names
 * decomposed, cells quoted, some over several lines. Written as a stream, so it may be as large as one likes.
 */
public final class MadeExport {

    private static final String DAY = "_2026_11_28.csv";

    private final Supplier<Stream<Sample>> fiches;
    private final Random chance;
    private final Set<String> withoutFiles = new HashSet<>();
    private String withoutColumn = "";

    private MadeExport(Supplier<Stream<Sample>> fiches, long seed) {
        this.fiches = fiches;
        this.chance = new Random(seed);
    }

    public static MadeExport of(long seed, Sample... fiches) {
        return new MadeExport(() -> Stream.of(fiches), seed);
    }

    public static MadeExport of(long seed, Supplier<Stream<Sample>> fiches) {
        return new MadeExport(fiches, seed);
    }

    MadeExport withoutFile(String name) {
        withoutFiles.add(name);
        return this;
    }

    MadeExport withoutColumn(String name) {
        withoutColumn = name;
        return this;
    }

    public Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out);
        }
        return file;
    }

    void write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            List<Part> files = new ArrayList<>(List.of(
                    () -> table(zip, "Standard", MadeExport::standard),
                    () -> table(zip, "Blocs_De_Compétences", MadeExport::blocks),
                    () -> table(zip, "Certificateurs", MadeExport::certifiers),
                    () -> table(zip, "Rome", MadeExport::jobs),
                    () -> table(zip, "CCN", MadeExport::conventions),
                    () -> table(zip, "VoixdAccès", MadeExport::ways),
                    () -> table(zip, "Ancienne_Nouvelle_Certification", MadeExport::successors),
                    () -> table(zip, "Nsf", (fiche, line) -> line.accept("Numero_Fiche", fiche.number()))));
            Collections.shuffle(files, chance);
            for (Part file : files) {
                file.run();
            }
        }
    }

    private interface Part {
        void run() throws IOException;
    }

    /** Says the cells of a line by column; a column named again begins the next line. */
    private interface Columns extends BiConsumer<Sample, BiConsumer<String, String>> {}

    private void table(ZipOutputStream zip, String name, Columns columns) throws IOException {
        if (withoutFiles.contains(name)) {
            return;
        }
        zip.putNextEntry(new ZipEntry("export_fiches_CSV_" + Normalizer.normalize(name, Normalizer.Form.NFD) + DAY));
        Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 64 * 1024);
        List<String> heading = heading(columns);
        text.write(heading.stream()
                .map(MadeExport::quoted)
                .reduce((a, b) -> a + ";" + b)
                .orElse(""));
        text.write("\r\n");
        try (Stream<Sample> all = fiches.get()) {
            for (var each = all.iterator(); each.hasNext(); ) {
                lines(each.next(), columns, heading, text);
            }
        }
        text.flush();
        zip.closeEntry();
    }

    private List<String> heading(Columns columns) {
        List<String> names = new ArrayList<>();
        Sample whole = new Sample(
                "RNCP1",
                "x",
                "x",
                "x",
                "x",
                "x",
                true,
                List.of("x"),
                List.of("x"),
                List.of("A1234 x"),
                List.of("1 x"),
                List.of("x"),
                "RNCP2",
                "RNCP3");
        columns.accept(whole, (column, cell) -> {
            if (!names.contains(column) && !column.equals(withoutColumn)) {
                names.add(column);
            }
        });
        Collections.shuffle(names, chance);
        return names;
    }

    private static void lines(Sample fiche, Columns columns, List<String> heading, Writer text) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        columns.accept(fiche, (column, cell) -> {
            if (lines.isEmpty() || lines.getLast().containsKey(column)) {
                lines.add(new HashMap<>());
            }
            lines.getLast().put(column, cell);
        });
        for (Map<String, String> line : lines) {
            for (int n = 0; n < heading.size(); n++) {
                text.write(n == 0 ? "" : ";");
                text.write(quoted(line.getOrDefault(heading.get(n), "")));
            }
            text.write("\r\n");
        }
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static void standard(Sample fiche, BiConsumer<String, String> line) {
        line.accept("Id_Fiche", fiche.number().replaceAll("\\D", ""));
        line.accept("Numero_Fiche", fiche.number());
        line.accept("Intitule", fiche.title());
        line.accept("Abrege_Libelle", fiche.kind());
        line.accept("Abrege_Intitule", fiche.kind().equals("CQP") ? "Certificat de Qualification Professionnelle" : "");
        line.accept("Nomenclature_Europe_Niveau", fiche.level());
        line.accept("Nomenclature_Europe_Intitule", fiche.level().replace("NIV", "Niveau "));
        line.accept("Accessible_Nouvelle_Caledonie", "Non");
        line.accept("Accessible_Polynesie_Francaise", "Non");
        line.accept("Date_dernier_jo", "");
        line.accept("Date_Decision", fiche.from());
        line.accept("Date_Fin_Enregistrement", fiche.until());
        line.accept("Date_Effet", "");
        line.accept("Type_Enregistrement", "Enregistrement sur demande");
        line.accept("Validation_Partielle", "Oui; \"par blocs\"\net par équivalence");
        line.accept("Actif", fiche.active() ? "ACTIVE" : "INACTIVE");
    }

    private static void blocks(Sample fiche, BiConsumer<String, String> line) {
        for (int n = 0; n < fiche.blocks().size(); n++) {
            line.accept("Numero_Fiche", fiche.number());
            line.accept("Bloc_Competences_Code", "%sBC%02d".formatted(fiche.number(), n + 1));
            line.accept("Bloc_Competences_Libelle", fiche.blocks().get(n));
        }
    }

    private static void certifiers(Sample fiche, BiConsumer<String, String> line) {
        for (String name : fiche.certifiers()) {
            line.accept("Numero_Fiche", fiche.number());
            line.accept("Siret_Certificateur", "00000000000000");
            line.accept("Nom_Certificateur", name);
        }
    }

    private static void jobs(Sample fiche, BiConsumer<String, String> line) {
        for (String job : fiche.jobs()) {
            line.accept("Numero_Fiche", fiche.number());
            line.accept("Codes_Rome_Code", job.substring(0, 5));
            line.accept("Codes_Rome_Libelle", job.substring(6));
        }
    }

    private static void conventions(Sample fiche, BiConsumer<String, String> line) {
        line.accept("Numero_Fiche", fiche.number());
        for (int n = 1; n <= 3; n++) {
            String[] one = n <= fiche.conventions().size()
                    ? fiche.conventions().get(n - 1).split(" ", 2)
                    : new String[] {"", ""};
            line.accept("Ccn_%d_Numero".formatted(n), one[0]);
            line.accept("Ccn_%d_Libelle".formatted(n), one[1]);
        }
    }

    private static void ways(Sample fiche, BiConsumer<String, String> line) {
        for (String way : fiche.ways()) {
            line.accept("Numero_Fiche", fiche.number());
            line.accept("Si_Jury", way);
        }
    }

    private static void successors(Sample fiche, BiConsumer<String, String> line) {
        line.accept("Numero_Fiche", fiche.number());
        line.accept("Ancienne_Certification", fiche.older());
        line.accept("Nouvelle_Certification", fiche.newer());
    }
}
