package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.intake.ProcessIsolation;
import fr.acquis.evidence.reader.ReaderMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the reading process is started, from plain classes as from the shipped jar. */
final class ReaderCommand {

    private static final String JAR_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final EvidenceSettings.Reader settings;
    private final List<String> isolation;
    private final Optional<Path> recogniser;
    private final Optional<Path> office;
    private final boolean draws;

    /** For text. */
    ReaderCommand(EvidenceSettings all) {
        this(all, Optional.empty(), false);
    }

    /**
     * For pages to look at.
     *
     * @param office the program that turns office files into pages, where there is one
     */
    ReaderCommand(EvidenceSettings all, Optional<Path> office) {
        this(all, office, true);
    }

    private ReaderCommand(EvidenceSettings all, Optional<Path> office, boolean draws) {
        this.draws = draws;
        this.office = office;
        this.settings = all.reader();
        this.isolation = ProcessIsolation.prefix(settings.isolation());
        this.recogniser = RecognitionProgram.find(all.recognition());
    }

    /** Whether letters in pictures can be recognised here. */
    boolean recognises() {
        return recogniser.isPresent();
    }

    /** Whether the operating system keeps the process off the network. */
    boolean isolated() {
        return !isolation.isEmpty();
    }

    Process start(Path folder) throws IOException {
        Path hosts = Files.writeString(folder.resolve("hosts"), "");
        List<String> command = new ArrayList<>(isolation);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Files.write(folder.resolve("arguments"), arguments(folder, hosts)));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile());
        // Our environment holds the passwords of database and store.
        process.environment().clear();
        process.environment().put("LANG", "C.UTF-8");
        return process.start();
    }

    private List<String> arguments(Path folder, Path hosts) {
        boolean shipped = ReaderMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .contains("nested:");
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx" + settings.heap().toMegabytes() + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djdk.net.hosts.file=" + quoted(hosts.toString()),
                "-Djava.io.tmpdir=" + quoted(folder.toString()),
                "-Dlogback.configurationFile=reader-logback.xml"));
        if (!draws) {
            // Text comes in files of a few pages, and a process lives for some dozens of them: the second compiler
            // would work
            // longer than it saves. Pages that are drawn are worth it.
            arguments.add("-XX:TieredStopAtLevel=1");
        }
        recogniser.ifPresent(program -> arguments.add("-Dacquis.recognition=" + quoted(program.toString())));
        office.ifPresent(program -> arguments.add("-Dacquis.office=" + quoted(program.toString())));
        if (shipped) {
            arguments.add("-Dloader.main=" + ReaderMain.class.getName());
        }
        arguments.add("-cp");
        arguments.add(quoted(classPath()));
        arguments.add(shipped ? JAR_LAUNCHER : ReaderMain.class.getName());
        return arguments;
    }

    /** Absolute, because the process starts in a folder of its own. */
    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\") + '"';
    }
}
