package fr.acquis.award;

import java.security.SecureRandom;

/** What makes a document's number worth verifying: random, and easy to read aloud (no 0 O 1 I L). */
final class VerificationCode {

    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VerificationCode() {}

    static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** In fours, as it is printed: ABCD-EFGH-JKMN. */
    static String printed(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** As somebody typed it. */
    static String read(String typed) {
        return typed.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
