package fr.acquis.evidence;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.Tika;

/** The peer of the benchmark: a process that parses one file after the other with Tika as it comes, and keeps nothing. */
public final class BareTika {

    private BareTika() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        Tika tika = new Tika();
        tika.setMaxStringLength(2_000_000);
        BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = files.readLine(); file != null; file = files.readLine()) {
            out.println(tika.parseToString(Path.of(file)).length());
            out.flush();
        }
    }
}
