package fr.acquis.certification.register;

import java.util.List;

/** A fiche as a made export holds it; dates as the register writes them. */
public record Sample(
        String number,
        String title,
        String kind,
        String level,
        String from,
        String until,
        boolean active,
        List<String> certifiers,
        List<String> blocks,
        List<String> jobs,
        List<String> conventions,
        List<String> ways,
        String older,
        String newer) {

    public static final String BY_EXPERIENCE = "Par expérience";
    public static final String CONTINUING = "Après un parcours de formation continue";

    /** A CQP of level 4 that runs for years, of the plastics branch, open to experience. */
    public static Sample cqp(String number, String title) {
        return new Sample(
                number,
                title,
                "CQP",
                "NIV4",
                "01/02/2024",
                "01/02/2031",
                true,
                List.of("CPNE de la branche d'essai", "Organisme certificateur d'essai"),
                List.of("Préparer le poste", "Conduire la production"),
                List.of("H3201 Conduite d'équipement de formage des plastiques"),
                List.of("9066 Plasturgie d'essai"),
                List.of(BY_EXPERIENCE, CONTINUING),
                "",
                "");
    }

    public Sample titled(String said) {
        return with(said, kind, until, active, blocks, conventions, ways, newer);
    }

    public Sample ofKind(String said) {
        return with(title, said, until, active, blocks, conventions, ways, newer);
    }

    public Sample until(String day) {
        return with(title, kind, day, active, blocks, conventions, ways, newer);
    }

    public Sample inactive() {
        return with(title, kind, until, false, blocks, conventions, ways, newer);
    }

    public Sample blocks(String... titles) {
        return with(title, kind, until, active, List.of(titles), conventions, ways, newer);
    }

    public Sample conventions(String... numbered) {
        return with(title, kind, until, active, blocks, List.of(numbered), ways, newer);
    }

    public Sample openTo(String... said) {
        return with(title, kind, until, active, blocks, conventions, List.of(said), newer);
    }

    public Sample replacedBy(String number) {
        return with(title, kind, until, active, blocks, conventions, ways, number);
    }

    private Sample with(
            String title,
            String kind,
            String until,
            boolean active,
            List<String> blocks,
            List<String> conventions,
            List<String> ways,
            String newer) {
        return new Sample(
                number,
                title,
                kind,
                level,
                from,
                until,
                active,
                certifiers,
                blocks,
                jobs,
                conventions,
                ways,
                older,
                newer);
    }
}
