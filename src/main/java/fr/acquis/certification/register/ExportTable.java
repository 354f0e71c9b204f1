package fr.acquis.certification.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The files of the export that are read, with the columns needed of each. A name carries its date, accents composed or not,
 * or written in an old code page: it is recognised by its unaccented beginning.
 */
public enum ExportTable {
    STANDARD(
            "standard",
            "Numero_Fiche",
            "Intitule",
            "Abrege_Libelle",
            "Abrege_Intitule",
            "Nomenclature_Europe_Niveau",
            "Date_Decision",
            "Date_Effet",
            "Date_Fin_Enregistrement",
            "Actif"),
    BLOCKS("blocs_de_comp", "Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"),
    CERTIFIERS("certificateurs", "Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"),
    JOBS("rome", "Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"),
    CONVENTIONS(
            "ccn",
            "Numero_Fiche",
            "Ccn_1_Numero",
            "Ccn_1_Libelle",
            "Ccn_2_Numero",
            "Ccn_2_Libelle",
            "Ccn_3_Numero",
            "Ccn_3_Libelle"),
    WAYS("voixdacc", "Numero_Fiche", "Si_Jury"),
    SUCCESSORS("ancienne_nouvelle_certification", "Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification");

    private static final String PREFIX = "export_fiches_csv_";

    private final String beginning;
    private final String[] columns;

    ExportTable(String beginning, String... columns) {
        this.beginning = beginning;
        this.columns = columns;
    }

    String[] columns() {
        return columns.clone();
    }

    /** What the file is called, for a message. */
    public String fileName() {
        return switch (this) {
            case STANDARD -> "export_fiches_CSV_Standard";
            case BLOCKS -> "export_fiches_CSV_Blocs_De_Compétences";
            case CERTIFIERS -> "export_fiches_CSV_Certificateurs";
            case JOBS -> "export_fiches_CSV_Rome";
            case CONVENTIONS -> "export_fiches_CSV_CCN";
            case WAYS -> "export_fiches_CSV_VoixdAccès";
            case SUCCESSORS -> "export_fiches_CSV_Ancienne_Nouvelle_Certification";
        };
    }

    /** Which file of the export an entry of the zip is; none for those that are not read. */
    static Optional<ExportTable> of(String entry) {
        String name = Normalizer.normalize(entry.substring(entry.lastIndexOf('/') + 1), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        if (!name.startsWith(PREFIX) || !name.endsWith(".csv")) {
            return Optional.empty();
        }
        String told = name.substring(PREFIX.length());
        return Arrays.stream(values())
                .filter(table -> told.startsWith(table.beginning))
                .findFirst();
    }
}
