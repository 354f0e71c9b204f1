package fr.acquis.identity.store;

import fr.acquis.identity.Person;
import fr.acquis.shared.PersonId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

@Entity
@Table(name = "person")
public class PersonAccount {

    @Id
    private UUID id;

    private String email;
    private String passwordHash;
    private String givenName;
    private String birthName;
    private String useName;
    private boolean enabled;
    private Instant createdAt;

    @Version
    private int version;

    protected PersonAccount() {}

    public PersonAccount(
            PersonId id,
            String email,
            String givenName,
            String birthName,
            String useName,
            String passwordHash,
            Instant createdAt) {
        this.id = id.value();
        this.email = email.strip().toLowerCase(Locale.ROOT);
        this.givenName = givenName.strip();
        this.birthName = birthName.strip();
        this.useName = useName == null || useName.isBlank() ? null : useName.strip();
        this.passwordHash = passwordHash;
        this.enabled = true;
        this.createdAt = createdAt;
    }

    public PersonId id() {
        return new PersonId(id);
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean enabled() {
        return enabled;
    }

    public Person person() {
        return new Person(id(), email, givenName, birthName, useName);
    }
}
