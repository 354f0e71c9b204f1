package fr.acquis.evidence.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads from a pattern what a text must hold for it to match: letters that stand side by side in every alternative. Understands
 * what the patterns of this room are written with, and refuses the rest.
 */
final class NeededWords {

    /** A single letter stands on every page. */
    private static final int SHORTEST = 2;

    private static final String CLASSES = "dDsSwW";

    private final String pattern;
    private int at;

    private NeededWords(String pattern) {
        this.pattern = pattern;
    }

    /** One of these stands wherever the pattern matches; empty when nothing can be told. */
    static List<String> of(String pattern) {
        NeededWords words = new NeededWords(pattern);
        List<String> found = words.alternatives();
        if (words.at < pattern.length()) {
            throw words.notUnderstood();
        }
        return List.copyOf(found);
    }

    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean told = true;
        do {
            List<String> one = sequence();
            told &= !one.isEmpty();
            all.addAll(one);
        } while (taken("|"));
        return told ? all.stream().distinct().toList() : List.of();
    }

    private List<String> sequence() {
        List<List<String>> told = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            Atom atom = atom();
            boolean counted = counted();
            boolean may = counted && mayBeAbsent();
            if (atom.letter() == null || may) {
                told.add(List.of(run.toString()));
                run.setLength(0);
            }
            if (atom.letter() != null && !may) {
                run.append(atom.letter());
                if (counted) {
                    told.add(List.of(run.toString()));
                    run.setLength(0);
                }
            } else if (!may) {
                told.add(atom.needed());
            }
        }
        told.add(List.of(run.toString()));
        return best(told);
    }

    /** The longest words tell most, and few of them are soon looked for. */
    private static List<String> best(List<List<String>> told) {
        return told.stream()
                .filter(words -> shortest(words) >= SHORTEST)
                .max(Comparator.<List<String>>comparingInt(NeededWords::shortest)
                        .thenComparingInt(words -> -words.size()))
                .orElse(List.of());
    }

    private static int shortest(List<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }

    /**
     * @param letter the letters that stand there, none for a place between letters; null for anything else
     * @param needed what anything else needs
     */
    private record Atom(String letter, List<String> needed) {

        static final Atom PLACE = new Atom("", List.of());
        static final Atom ANY = new Atom(null, List.of());
    }

    private Atom atom() {
        if (taken("(?:")) {
            return group();
        }
        if (taken("(?=") || taken("(?!") || taken("(?<!") || taken("(?<=")) {
            group();
            return Atom.ANY;
        }
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> {
                if (peek() == '?') {
                    throw notUnderstood();
                }
                yield group();
            }
            case '[' -> oneOf();
            case '.' -> Atom.ANY;
            case '^', '$' -> Atom.PLACE;
            case '\\' -> escaped(pattern.charAt(at++));
            case '*', '+', '?', '{' -> throw notUnderstood();
            default -> new Atom(String.valueOf(c), List.of());
        };
    }

    private Atom group() {
        List<String> needed = alternatives();
        if (!taken(")")) {
            throw notUnderstood();
        }
        return new Atom(null, needed);
    }

    private Atom oneOf() {
        int end = pattern.indexOf(']', at + 1);
        if (end < 0 || pattern.substring(at, end).contains("[")) {
            throw notUnderstood();
        }
        while (pattern.charAt(end - 1) == '\\') {
            end = pattern.indexOf(']', end + 1);
        }
        at = end + 1;
        return Atom.ANY;
    }

    private Atom escaped(char c) {
        if (c == 'b' || c == 'B') {
            return Atom.PLACE;
        }
        if (CLASSES.indexOf(c) >= 0) {
            return Atom.ANY;
        }
        if (Character.isLetterOrDigit(c)) {
            throw notUnderstood();
        }
        return new Atom(String.valueOf(c), List.of());
    }

    private boolean counted() {
        return at < pattern.length() && "?*+{".indexOf(peek()) >= 0;
    }

    /** Takes how often something may stand. */
    private boolean mayBeAbsent() {
        char c = pattern.charAt(at++);
        boolean absent = c == '?' || c == '*' || c == '{' && peek() == '0';
        if (c == '{') {
            at = pattern.indexOf('}', at) + 1;
        }
        if (!taken("?")) {
            taken("+");
        }
        return absent;
    }

    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : '\0';
    }

    private boolean taken(String next) {
        boolean there = pattern.startsWith(next, at);
        at += there ? next.length() : 0;
        return there;
    }

    private IllegalArgumentException notUnderstood() {
        return new IllegalArgumentException("at %d of %s".formatted(at, pattern));
    }
}
