package fr.acquis.identity;

import java.util.List;

/** Accounts the sign-in page may name, because they open nothing real: the development services provide this, nothing else. */
public interface DemonstrationAccounts {

    List<Account> accounts();

    record Account(Role role, String email, String password, String displayName) {}
}
