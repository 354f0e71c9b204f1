package fr.acquis.evidence.work;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an installed program stands, by its name on the path or its whole path. */
final class ProgramPath {

    private ProgramPath() {}

    static Optional<Path> of(String program) {
        return program.isBlank()
                ? Optional.empty()
                : places(program).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> places(String program) {
        if (program.contains(File.separator)) {
            return Stream.of(Path.of(program));
        }
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/usr/local/bin");
        return Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, program));
    }
}
