package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.store.SupportBodyRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The support bodies of a certifying body and who works in them. */
@Service
@Transactional
public class SupportBodies {

    private static final int LONGEST = 200;

    private final SupportBodyRows rows;
    private final Organisations organisations;
    private final People people;
    private final Audit audit;

    SupportBodies(SupportBodyRows rows, Organisations organisations, People people, Audit audit) {
        this.rows = rows;
        this.organisations = organisations;
        this.people = people;
        this.audit = audit;
    }

    /** Those a candidate may choose: those somebody works in. The certifying body's own team is always registered. */
    public List<SupportBody> offered(CertifyingBodyId certifier) {
        return all(certifier).stream()
                .filter(body -> !advisers(certifier, body.id()).isEmpty())
                .toList();
    }

    public List<SupportBody> all(CertifyingBodyId certifier) {
        CertifyingBody body = organisations.find(certifier).orElseThrow();
        rows.insertIfAbsent(certifier, body.name(), null, true);
        return rows.of(certifier);
    }

    @Transactional(readOnly = true)
    public Optional<SupportBody> find(@Nullable UUID id) {
        return id == null ? Optional.empty() : rows.find(id);
    }

    /** Who may be named adviser there, by name. */
    public List<Person> advisers(CertifyingBodyId certifier, UUID body) {
        boolean own = rows.find(body).orElseThrow().ownTeam();
        Set<PersonId> elsewhere = rows.placed(certifier);
        Set<PersonId> here = rows.advisersOf(body);
        return people.holding(Role.ADVISER, certifier).stream()
                .filter(adviser -> own ? !elsewhere.contains(adviser.id()) : here.contains(adviser.id()))
                .toList();
    }

    /** Where an adviser works; the certifying body's own team when in no other. */
    @Transactional(readOnly = true)
    public Optional<SupportBody> of(CertifyingBodyId certifier, PersonId adviser) {
        return rows.of(certifier, adviser);
    }

    public void register(CertifyingBodyId certifier, String name, @Nullable String place) {
        String said = name.strip();
        if (said.isEmpty() || said.length() > LONGEST || place != null && place.length() > LONGEST) {
            throw new BusinessRefusal(Kind.INVALID, "support.refused.body-name");
        }
        if (!rows.insertIfAbsent(certifier, said, place == null || place.isBlank() ? null : place.strip(), false)) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.body-known");
        }
        audit.record(certifier.value(), "register-support-body", Map.of("name", said));
    }

    /** An adviser works in one body at a time; in the certifying body's own team when in no other. */
    public void place(CertifyingBodyId certifier, PersonId adviser, UUID body) {
        SupportBody where = rows.of(certifier).stream()
                .filter(one -> one.id().equals(body))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "support.refused.no-body"));
        if (people.holding(Role.ADVISER, certifier).stream()
                .noneMatch(one -> one.id().equals(adviser))) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "support.refused.no-adviser");
        }
        rows.place(adviser, where.ownTeam() ? null : body);
        audit.record(adviser.value(), "place-adviser", Map.of("supportBody", body.toString()));
    }
}
