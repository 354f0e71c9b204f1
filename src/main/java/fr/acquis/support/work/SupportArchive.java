package fr.acquis.support.work;

import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose last entry names the hash of each other, as {@code sha256sum -c} reads it. */
final class SupportArchive {

    private static final String HASHES = "empreintes.sha256";

    private final Instant at;
    private final List<Entry> entries = new ArrayList<>();

    SupportArchive(Instant at) {
        this.at = at;
    }

    private record Entry(String name, byte[] content) {}

    /** The file as it lies on the disk. */
    record Written(Path path, long size, Sha256 sha256) {}

    void put(String name, byte[] content) {
        entries.add(new Entry(name, content));
    }

    /** Semicolons and a byte-order mark, as French spreadsheets open them by a double click. */
    void table(String name, List<String> head, List<List<String>> lines) {
        StringBuilder text = new StringBuilder("\uFEFF").append(line(head));
        lines.forEach(cells -> text.append(line(cells)));
        put(name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SupportArchive::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** What a spreadsheet would run as a formula stays a text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    Written write() throws IOException {
        String hashes = entries.stream()
                .map(entry -> Sha256.of(entry.content()).hex() + "  " + entry.name() + "\n")
                .collect(Collectors.joining());
        Path path = Files.createTempFile("support-", ".zip");
        try (OutputStream file = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            for (Entry entry : entries) {
                add(zip, entry);
            }
            add(zip, new Entry(HASHES, hashes.getBytes(StandardCharsets.UTF_8)));
        }
        return new Written(path, Files.size(path), hash(path));
    }

    private void add(ZipOutputStream zip, Entry entry) throws IOException {
        ZipEntry header = new ZipEntry(entry.name());
        header.setTime(at.toEpochMilli());
        zip.putNextEntry(header);
        zip.write(entry.content());
        zip.closeEntry();
    }

    private static Sha256 hash(Path path) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(Files.readAllBytes(path));
        return Sha256.of(digest);
    }
}
