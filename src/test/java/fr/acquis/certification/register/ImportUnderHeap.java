package fr.acquis.certification.register;

import fr.acquis.audit.Actor;
import fr.acquis.audit.ActorSource;
import fr.acquis.audit.Audit;
import fr.acquis.audit.store.AuditLog;
import fr.acquis.certification.ImportState;
import fr.acquis.certification.store.BranchRows;
import fr.acquis.certification.store.CertificationRows;
import fr.acquis.certification.store.CertificationWords;
import fr.acquis.certification.store.ChangeRows;
import fr.acquis.certification.store.ImportRows;
import fr.acquis.certification.store.RegisterRows;
import fr.acquis.certification.store.StagedRows;
import fr.acquis.certification.store.StandardRows;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Reads, compares and applies one export in a JVM of its own, whose heap the caller bounds; prints what it took. */
final class ImportUnderHeap {

    private ImportUnderHeap() {}

    /** Not marked as a configuration: the product must not find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Ground {

        @Bean
        DataSource database() throws Exception {
            return new MariaDbPoolDataSource(System.getProperty("database"));
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        JdbcTemplate batches(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient client(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ActorSource actors() {
            return () -> Actor.system("import");
        }

        @Bean
        RegisterSettings settings() {
            return new RegisterSettings(
                    DataSize.ofGigabytes(1), DataSize.ofGigabytes(4), 100_000, Duration.ofMinutes(2), null);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        long size = Files.size(file);
        try (AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext(
                Ground.class,
                AuditLog.class,
                Audit.class,
                ImportRows.class,
                StagedRows.class,
                ChangeRows.class,
                CertificationRows.class,
                CertificationWords.class,
                RegisterRows.class,
                StandardRows.class,
                BranchRows.class,
                RegisterSpool.class,
                RegisterComparison.class,
                RegisterApplication.class,
                RegisterWork.class)) {
            ImportRows imports = rooms.getBean(ImportRows.class);
            RegisterWork work = rooms.getBean(RegisterWork.class);
            Clock clock = rooms.getBean(Clock.class);
            UUID id = UUID.randomUUID();
            imports.open(id, "export.zip", size, "0".repeat(64), null, clock.instant(), work.aliveUntil());
            long begun = System.nanoTime();
            work.read(id, file);
            ImportState compared = settled(imports, id);
            long read = System.nanoTime();
            imports.move(id, List.of(ImportState.COMPARED), ImportState.APPLYING, clock.instant(), work.aliveUntil());
            work.apply(id, Actor.system("import"));
            ImportState applied = settled(imports, id);
            long done = System.nanoTime();
            var one = imports.find(id).orElseThrow();
            System.out.println(JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "compared",
                            compared,
                            "applied",
                            applied,
                            "zipMegabytes",
                            size >> 20,
                            "lines",
                            one.linesRead(),
                            "fiches",
                            one.fichesRead(),
                            "kept",
                            one.fichesKept(),
                            "readSeconds",
                            (read - begun) / 1_000_000_000,
                            "applySeconds",
                            (done - read) / 1_000_000_000,
                            "heapLimitMegabytes",
                            Runtime.getRuntime().maxMemory() >> 20,
                            "heapPeakMegabytes",
                            peak() >> 20)));
        }
    }

    private static ImportState settled(ImportRows imports, UUID id) throws InterruptedException {
        ImportState state = imports.find(id).orElseThrow().state();
        while (state.working()) {
            Thread.sleep(200);
            state = imports.find(id).orElseThrow().state();
        }
        return state;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
