package fr.acquis.devservices;

import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.DemonstrationAccounts;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** What only a development installation has: accounts with a published password, one per role and a panel of four. */
@TestConfiguration(proxyBeanMethods = false)
@Import(DemonstrationCatalogue.class)
public class DevelopmentConfiguration {

    public static final String BODY = "demonstration";

    private static final String PASSWORD = "demonstration";

    private static final List<DemonstrationAccounts.Account> ACCOUNTS = List.of(
            account(Role.CANDIDATE, "candidat", "Camille Exemple"),
            account(Role.ADVISER, "accompagnateur", "Alix Démo"),
            account(Role.AGENT, "agent", "Andréa Démo"),
            account(Role.MANAGER, "responsable", "Dominique Démo"),
            account(Role.JUROR, "jury", "Claude Démo"),
            account(Role.JUROR, "jury2", "Dany Démo"),
            account(Role.JUROR, "jury3", "Noa Démo"),
            account(Role.JUROR, "jury4", "Swann Démo"),
            account(Role.CPNE, "cpne", "Sacha Démo"),
            account(Role.ADMIN, "admin", "Maxime Démo"));

    private static DemonstrationAccounts.Account account(Role role, String name, String displayName) {
        return new DemonstrationAccounts.Account(role, name + "@acquis.example", PASSWORD, displayName);
    }

    public static DemonstrationAccounts.Account account(Role role) {
        return ACCOUNTS.stream()
                .filter(account -> account.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** Who can sit on a jury together. */
    public static List<DemonstrationAccounts.Account> panel() {
        return ACCOUNTS.stream().filter(account -> account.role() == Role.JUROR).toList();
    }

    @Bean
    ActingAs actingAs(People people, Organisations organisations, TransactionTemplate transaction) {
        return new ActingAs(people, organisations, transaction);
    }

    @Bean
    DemonstrationAccounts demonstrationAccounts() {
        return () -> ACCOUNTS;
    }

    @Bean
    @Order(0)
    ApplicationRunner seededAccounts(Organisations organisations, People people, TransactionTemplate transaction) {
        return arguments -> transaction.executeWithoutResult(status -> {
            CertifyingBody body = organisations.register(BODY, "Certificateur de démonstration");
            for (DemonstrationAccounts.Account account : ACCOUNTS) {
                if (people.findByEmail(account.email()).isEmpty()) {
                    String[] name = account.displayName().split(" ");
                    var id = people.register(new People.NewPerson(account.email(), name[0], name[1], null, PASSWORD));
                    people.grant(id, account.role(), account.role() == Role.CANDIDATE ? null : body.id());
                }
            }
        });
    }
}
