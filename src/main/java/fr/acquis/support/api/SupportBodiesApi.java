package fr.acquis.support.api;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(name = "Support")
class SupportBodiesApi {

    private final SupportBodies bodies;
    private final CurrentPerson current;

    SupportBodiesApi(SupportBodies bodies, CurrentPerson current) {
        this.bodies = bodies;
        this.current = current;
    }

    record StaffedBody(UUID id, String name, @Nullable String place, boolean ownTeam, List<NamedAdviser> advisers) {}

    record NamedAdviser(UUID id, String name) {}

    record NewSupportBody(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 200) @Nullable String place) {}

    record Placement(@NotNull UUID adviser) {}

    @GetMapping("/api/v1/support/bodies")
    @Operation(summary = "The support bodies of the manager's certifying body and who works in them")
    PageOf<StaffedBody> list() {
        return new PageOf<>(bodies.all(certifier()).stream().map(this::staffed).toList(), null);
    }

    @PostMapping("/api/v1/support/bodies")
    @Operation(summary = "Registers a support body")
    PageOf<StaffedBody> register(@Valid @RequestBody NewSupportBody body) {
        bodies.register(certifier(), body.name(), body.place());
        return list();
    }

    @PostMapping("/api/v1/support/bodies/{body}/advisers")
    @Operation(summary = "Places an adviser in a support body, out of any other")
    PageOf<StaffedBody> place(@PathVariable UUID body, @Valid @RequestBody Placement placement) {
        bodies.place(certifier(), new PersonId(placement.adviser()), body);
        return list();
    }

    private StaffedBody staffed(SupportBody body) {
        return new StaffedBody(
                body.id(),
                body.name(),
                body.place(),
                body.ownTeam(),
                bodies.advisers(certifier(), body.id()).stream()
                        .map(adviser -> new NamedAdviser(adviser.id().value(), adviser.displayName()))
                        .toList());
    }

    private CertifyingBodyId certifier() {
        return current.get().certifyingBody();
    }
}
