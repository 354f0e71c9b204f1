package fr.acquis.devservices.camunda.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form with files, taken apart at its boundary (RFC 7578). */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("[; ]filename=\"([^\"]*)\"");
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Multipart() {}

    static boolean is(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    static List<Call.Part> parts(String contentType, byte[] body) {
        String boundary = first(BOUNDARY, contentType).orElseThrow(() -> Problem.badRequest("Failed to read request"));
        byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        List<Call.Part> parts = new ArrayList<>();
        int at = indexOf(body, mark, 0);
        while (at >= 0) {
            int begin = at + mark.length;
            int next = indexOf(body, mark, begin);
            int headEnd = indexOf(body, HEAD_END, begin);
            if (next < 0 || headEnd < 0 || headEnd > next) {
                break;
            }
            String head = new String(body, begin, headEnd - begin, StandardCharsets.UTF_8);
            // The line break before the next boundary belongs to the boundary.
            byte[] content = Arrays.copyOfRange(body, headEnd + HEAD_END.length, next - 2);
            parts.add(new Call.Part(
                    first(NAME, head).orElse(""), first(FILE_NAME, head).orElse(""), content));
            at = next;
        }
        return parts;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static int indexOf(byte[] where, byte[] what, int from) {
        for (int at = from; at <= where.length - what.length; at++) {
            if (Arrays.equals(where, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }
}
