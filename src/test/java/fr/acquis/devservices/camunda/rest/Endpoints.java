package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.Answer;
import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import io.camunda.zeebe.protocol.record.value.TenantOwned;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the rooms of the API have in common: they send one command and tell what came of it. */
abstract class Endpoints {

    static final String TENANT = TenantOwned.DEFAULT_TENANT_IDENTIFIER;

    private final Commands commands;

    Endpoints(Commands commands) {
        this.commands = commands;
    }

    abstract void addTo(Routes routes);

    /** Waits for the engine; each caller has a virtual thread to wait on. */
    final Answer send(Command command) {
        return commands.send(command).join();
    }

    final Reply sent(Command command) {
        send(command);
        return Reply.done();
    }

    static String tenant(Call call) {
        String asked = call.text("tenantId", TENANT);
        if (!asked.equals(TENANT)) {
            throw Problem.invalid(
                    "Expected to handle request with tenant identifier '" + asked + "', but multi-tenancy is disabled");
        }
        return asked;
    }

    /** A document in the making: keys as text, and nothing where there is nothing. */
    static final class Document {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        Document with(String name, Object value) {
            fields.put(name, value);
            return this;
        }

        Document key(String name, long key) {
            if (key > 0) {
                fields.put(name, Long.toString(key));
            }
            return this;
        }

        Document text(String name, String value) {
            if (value != null && !value.isEmpty()) {
                fields.put(name, value);
            }
            return this;
        }

        Map<String, Object> done() {
            return fields;
        }
    }
}
