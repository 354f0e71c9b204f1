package fr.acquis.certification.web;

/** French text that was typed, as it is printed: sources and names of pieces come from règlements, not from our bundles. */
final class Printed {

    private static final String NBSP = "\u00a0";

    private Printed() {}

    static String french(String typed) {
        return typed.replaceAll("(?<=\\p{L})'(?=\\p{L})", "’")
                .replaceAll(" (?=[:;?!»])", NBSP)
                .replace("« ", "«" + NBSP);
    }
}
