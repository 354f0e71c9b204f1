package fr.acquis.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.engine.Figures;
import fr.acquis.visit.Visitor;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What five hundred open lists cost while nothing moves: processor time of the whole process, pages' side included, less what
 * it takes without them.
 */
@AcquisTest
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "live|all")
class LiveBench {

    private static final int PAGES = 500;
    private static final long SECONDS = 50;

    @LocalServerPort
    int port;

    @Test
    void five_hundred_open_lists_cost_next_to_nothing_while_nothing_moves() throws Exception {
        spent();
        double without = spent();
        Visitor agent = new Visitor(URI.create("http://localhost:" + port), "agent@acquis.example");
        agent.signIn();
        List<InputStream> pages = new ArrayList<>();
        for (int n = 0; n < PAGES; n++) {
            pages.add(agent.listen("/worklist/live"));
        }
        double with = spent();
        for (InputStream page : pages) {
            page.close();
        }
        Figures figures = new Figures("live");
        figures.put("open pages", "", PAGES);
        figures.put("a core without them", "%", without);
        figures.put("a core with them", "%", with);
        figures.put("a core for them", "%", with - without);
        figures.write(Path.of("target", "bench"));
        assertThat(with - without).isLessThanOrEqualTo(5);
    }

    /** Per cent of one core over two heartbeats. */
    private static double spent() throws InterruptedException {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begin = process.getProcessCpuTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        return (process.getProcessCpuTime() - begin) / 1e7 / SECONDS;
    }
}
