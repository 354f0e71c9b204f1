package fr.acquis.shell;

import fr.acquis.identity.SignedIn;
import java.util.List;
import java.util.Locale;

/** What a room adds to the command palette; the ways in are there already. */
public interface Commands {

    List<Command> of(SignedIn person, Locale locale);
}
