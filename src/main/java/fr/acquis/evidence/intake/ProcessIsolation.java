package fr.acquis.evidence.intake;

import fr.acquis.evidence.EvidenceSettings.Isolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps a process that opens files of strangers off the network, where the operating system can. */
public final class ProcessIsolation {

    /** A network namespace without any interface; as root directly, else within a user namespace of its own. */
    private static final List<List<String>> NAMESPACES =
            List.of(List.of("unshare", "--net"), List.of("unshare", "--net", "--map-root-user"));

    private ProcessIsolation() {}

    /** What stands before the command; empty where there is no isolation. */
    public static List<String> prefix(Isolation wanted) {
        if (wanted == Isolation.OFF) {
            return List.of();
        }
        return NAMESPACES.stream().filter(ProcessIsolation::works).findFirst().orElseGet(() -> {
            if (wanted == Isolation.REQUIRED) {
                throw new IllegalStateException("acquis.evidence.reader.isolation is REQUIRED and this system"
                        + " offers no network namespace (unshare): allow it, or choose WHERE_POSSIBLE");
            }
            return List.of();
        });
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!probe.waitFor(5, TimeUnit.SECONDS)) {
                probe.destroyForcibly();
                return false;
            }
            return probe.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
