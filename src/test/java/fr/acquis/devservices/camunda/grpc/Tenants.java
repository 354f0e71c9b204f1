package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.Refusal;
import io.camunda.zeebe.protocol.record.value.TenantOwned;
import java.util.List;

/** There is one tenant: who names another is told what a gateway without multi-tenancy tells. */
final class Tenants {

    static final String ONLY = TenantOwned.DEFAULT_TENANT_IDENTIFIER;

    private Tenants() {}

    static String only(String asked, String method) {
        if (!asked.isEmpty() && !asked.equals(ONLY)) {
            throw new Refusal(
                    Refusal.Kind.INVALID_ARGUMENT,
                    "Expected to handle gRPC request %s with tenant identifier '%s', but multi-tenancy is disabled"
                            .formatted(method, asked));
        }
        return ONLY;
    }

    static List<String> only(List<String> asked, String method) {
        asked.forEach(tenant -> only(tenant, method));
        return List.of(ONLY);
    }
}
