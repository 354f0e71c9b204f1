package fr.acquis.shell;

import fr.acquis.identity.Role;
import java.util.Set;

/**
 * The search of the top bar. The room that has one declares this bean; without it no field is shown.
 *
 * @param messageKey what may be typed: name, case number, …
 * @param parameter the query's name in the address
 */
public record SearchBox(String messageKey, String href, String parameter, Set<Role> roles) {}
