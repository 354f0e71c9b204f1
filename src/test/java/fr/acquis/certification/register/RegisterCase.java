package fr.acquis.certification.register;

import fr.acquis.certification.ImportState;
import fr.acquis.certification.RegisterImport;
import fr.acquis.certification.RegisterImports;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports made by an administrator, and what they leave behind taken away again: fiches numbered RNCP98… only. */
public class RegisterCase {

    private final RegisterImports imports;
    private final ActingAs acting;
    private final JdbcClient database;

    public RegisterCase(RegisterImports imports, ActingAs acting, JdbcClient database) {
        this.imports = imports;
        this.acting = acting;
        this.database = database;
    }

    public UUID send(MadeExport export) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            export.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return send(bytes.toByteArray());
    }

    public UUID send(byte[] file) {
        return acting.call(acting.seeded(Role.ADMIN), () -> {
            try {
                return imports.receive("export-fiches-csv-2026-11-28.zip", new ByteArrayInputStream(file));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    /** When nothing is under way any more. */
    public RegisterImport settled(UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !find(id).state().working());
        return find(id);
    }

    public RegisterImport compared(MadeExport export) {
        return settled(send(export));
    }

    public RegisterImport applied(MadeExport export) {
        RegisterImport compared = compared(export);
        if (compared.state() != ImportState.COMPARED) {
            throw new AssertionError("nothing to apply: " + compared);
        }
        acting.run(acting.seeded(Role.ADMIN), () -> imports.apply(compared.id()));
        return settled(compared.id());
    }

    public RegisterImport find(UUID id) {
        return acting.call(acting.seeded(Role.ADMIN), () -> imports.find(id).orElseThrow());
    }

    public void leaveNothing() {
        database.sql("update catalogue_import set state = 'CANCELLED', open_slot = null where open_slot = 1")
                .update();
        for (String table : List.of(
                "certification_register",
                "certification_certifier",
                "certification_register_block",
                "certification_rome",
                "certification_convention",
                "certification_access_way")) {
            database.sql("delete from " + table).update();
        }
        database.sql("update certification set replaced_by = null where number like 'RNCP98%'")
                .update();
        for (String table : List.of("certification_word", "certification_branch")) {
            database.sql("delete from " + table
                            + " where certification_id in (select id from certification where number like 'RNCP98%')")
                    .update();
        }
        database.sql("delete from certification where number like 'RNCP98%'").update();
        database.sql("delete from branch where slug not in (select branch_slug from certification_branch)")
                .update();
    }
}
