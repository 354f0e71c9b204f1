package fr.acquis.certification;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.shared.CertifyingBodyId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may write in the catalogue: managers and administrators, what their own body owns; the product itself, all. */
@Component
class Ownership {

    private final CurrentPerson current;

    Ownership(CurrentPerson current) {
        this.current = current;
    }

    void requireEditor(@Nullable CertifyingBodyId owner) {
        current.find().ifPresent(person -> {
            boolean edits = person.is(Role.MANAGER) || person.is(Role.ADMIN);
            if (!edits || owner == null || !owner.equals(person.certifyingBody())) {
                throw new AccessDeniedException("the catalogue is written by the managers of the certifying body");
            }
        });
    }

    /** The register concerns every body: its import is an administrator's, or the product's own. */
    void requireAdministrator() {
        if (current.find().map(person -> !person.is(Role.ADMIN)).orElse(false)) {
            throw new AccessDeniedException("the register is imported by an administrator");
        }
    }

    /** What concerns the whole catalogue belongs to no body: only the product does it. */
    void requireProduct() {
        if (current.find().isPresent()) {
            throw new AccessDeniedException("what ships with the product is taken in by the product");
        }
    }
}
