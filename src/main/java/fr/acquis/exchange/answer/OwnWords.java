package fr.acquis.exchange.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote themselves in an answer, without what their mail program quoted and signed. Answers above what is quoted,
 * below it and between its lines are kept where the quoted lines are marked; where they are not, what follows is cut.
 */
final class OwnWords {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** “Le 27 nov. 2026 à 10:12, … a écrit :”, over up to four lines; a real sentence rarely has an hour and that end. */
    private static final Pattern WROTE =
            Pattern.compile("^(le|on)\\b.{0,200}\\d{1,2}\\s?[:h]\\s?\\d{2}.{0,300}\\b(a\\s+écrit|wrote)\\s*:$", FLAGS);

    private static final int OVER_LINES = 4;
    private static final int LONGEST_LINE = 300;

    /** “-----Message d’origine-----” and its kin. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "^-{2,}\\s*(message d['’]origine|message original|original message|message transféré|message transmis"
                    + "|forwarded message|original appointment)\\s*-{2,}$",
            FLAGS);

    /** “De : … Envoyé : … Objet : …”, in any order. */
    private static final Pattern LABEL = Pattern.compile(
            "^[*_\\s]*(de|from|expéditeur|envoyé|envoyé le|sent|date|à|a|to|pour|cc|objet|subject|sujet)\\s*:.*",
            FLAGS);

    private static final Set<String> DATES = Set.of("envoyé", "envoyé le", "sent", "date");
    private static final Set<String> SENDERS = Set.of("de", "from", "expéditeur");
    private static final Set<String> SUBJECTS = Set.of("objet", "subject", "sujet");
    private static final int BLOCK = 8;

    private static final Pattern RULE = Pattern.compile("^[_-]{10,}$");

    private static final Pattern SENT_WITH = Pattern.compile(
            "^(envoyé (de|depuis|à partir de) .{1,60}|sent from .{1,60}|obtenir outlook pour .{1,40}"
                    + "|télécharger outlook pour .{1,40}|get outlook for .{1,40}|provenance\\s*: .{1,60}"
                    + "|envoyé avec la messagerie .{1,60}|sent with .{1,60})$",
            FLAGS);

    private OwnWords() {}

    static String of(String text) {
        List<String> lines = text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .lines()
                .toList();
        List<String> own = new ArrayList<>();
        int at = 0;
        while (at < lines.size() && !cutsAt(lines, at)) {
            int header = wrote(lines, at);
            if (header > 0 && !marked(lines, at + header)) {
                break;
            }
            if (header > 0) {
                at += header;
            } else {
                if (!lines.get(at).startsWith(">")) {
                    own.add(lines.get(at).stripTrailing());
                }
                at++;
            }
        }
        withoutLast(own);
        return String.join("\n", own).strip().replaceAll("\n{3,}", "\n\n");
    }

    /** From here on nothing is theirs. */
    private static boolean cutsAt(List<String> lines, int at) {
        String line = plain(lines.get(at));
        return line.equals("--")
                || SEPARATOR.matcher(line).matches()
                || block(lines, at)
                || RULE.matcher(line).matches() && block(lines, next(lines, at + 1));
    }

    private static boolean block(List<String> lines, int from) {
        Set<String> labels = new HashSet<>();
        for (int at = from; at < Math.min(lines.size(), from + BLOCK); at++) {
            Matcher label = LABEL.matcher(plain(lines.get(at)));
            if (label.matches()) {
                labels.add(label.group(1).toLowerCase(Locale.ROOT));
            } else if (at == from) {
                return false;
            }
        }
        return labels.stream().anyMatch(DATES::contains)
                && labels.stream().anyMatch(SENDERS::contains)
                && labels.stream().anyMatch(SUBJECTS::contains);
    }

    /** @return over how many lines it is said from there that somebody wrote; 0 when it is not */
    private static int wrote(List<String> lines, int from) {
        StringBuilder said = new StringBuilder();
        for (int at = from; at < Math.min(lines.size(), from + OVER_LINES); at++) {
            String line = plain(lines.get(at));
            if (line.length() > LONGEST_LINE) {
                return 0;
            }
            said.append(at == from ? "" : " ").append(line);
            if (WROTE.matcher(said).matches()) {
                return at - from + 1;
            }
        }
        return 0;
    }

    private static boolean marked(List<String> lines, int from) {
        int at = next(lines, from);
        return at < lines.size() && lines.get(at).startsWith(">");
    }

    /** The next line that is not empty. */
    private static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && plain(lines.get(at)).isEmpty()) {
            at++;
        }
        return at;
    }

    private static void withoutLast(List<String> own) {
        while (!own.isEmpty()
                && (plain(own.getLast()).isEmpty()
                        || SENT_WITH.matcher(plain(own.getLast())).matches())) {
            own.removeLast();
        }
    }

    private static String plain(String line) {
        return line.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }
}
