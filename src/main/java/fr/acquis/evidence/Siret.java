package fr.acquis.evidence;

/** The number of an establishment: nine digits of the company, five of the place. */
public final class Siret {

    private static final String LA_POSTE = "356000000";
    private static final int LENGTH = 14;

    private Siret() {}

    /** Whether the check digit agrees; the establishments of La Poste have a rule of their own. */
    public static boolean valid(String digits) {
        if (digits.length() != LENGTH || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        if (digits.startsWith(LA_POSTE) && digits.chars().map(c -> c - '0').sum() % 5 == 0) {
            return true;
        }
        int sum = 0;
        for (int at = 0; at < LENGTH; at++) {
            int digit = digits.charAt(LENGTH - 1 - at) - '0';
            int weighted = at % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** As people write it: 999 123 456 00012. */
    public static String grouped(String digits) {
        return digits.length() != LENGTH
                ? digits
                : "%s %s %s %s"
                        .formatted(
                                digits.substring(0, 3),
                                digits.substring(3, 6),
                                digits.substring(6, 9),
                                digits.substring(9));
    }
}
