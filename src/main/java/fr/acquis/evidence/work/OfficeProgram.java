package fr.acquis.evidence.work;

import fr.acquis.evidence.ViewerSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether LibreOffice stands on this machine: office files are then shown as pages, else as text. */
@Component
public class OfficeProgram {

    private final Optional<Path> path;

    OfficeProgram(ViewerSettings settings) {
        this.path = ProgramPath.of(settings.office());
    }

    public boolean installed() {
        return path.isPresent();
    }

    Optional<Path> path() {
        return path;
    }
}
