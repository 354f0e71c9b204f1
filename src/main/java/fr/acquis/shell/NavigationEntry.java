package fr.acquis.shell;

import fr.acquis.identity.Role;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A way into a page of a room. A room declares one bean per entry, and only for a page it really has: the start fails on
 * an entry whose address no page answers.
 *
 * @param order smaller stands first; rooms leave gaps of ten
 * @param messageKey the words the reader sees
 * @param icon a name of tools/vendor/icons.txt
 * @param href path inside the application, without query
 * @param roles who sees it
 * @param opensFirst whether "/" leads here for those roles
 * @param counter how much waits behind it for the person of the request; 0 shows nothing
 */
public record NavigationEntry(
        Place place,
        int order,
        String messageKey,
        String icon,
        String href,
        Set<Role> roles,
        boolean opensFirst,
        LongSupplier counter) {

    /** Where an entry stands. */
    public enum Place {
        /** The rail at the left, the bottom bar on a telephone. */
        RAIL,
        /** An icon at the right of the top bar. */
        TOP_BAR,
        /** The menu under the person's name. */
        ACCOUNT
    }

    public static NavigationEntry rail(int order, String messageKey, String icon, String href, Role... roles) {
        return at(Place.RAIL, order, messageKey, icon, href, roles);
    }

    public static NavigationEntry topBar(int order, String messageKey, String icon, String href, Role... roles) {
        return at(Place.TOP_BAR, order, messageKey, icon, href, roles);
    }

    public static NavigationEntry account(int order, String messageKey, String icon, String href, Role... roles) {
        return at(Place.ACCOUNT, order, messageKey, icon, href, roles);
    }

    /** The same entry, to which "/" leads for its roles. */
    public NavigationEntry openingFirst() {
        return new NavigationEntry(place, order, messageKey, icon, href, roles, true, counter);
    }

    /** The same entry with a number beside it, asked for on each page: it must come from a maintained counter. */
    public NavigationEntry counting(LongSupplier waiting) {
        return new NavigationEntry(place, order, messageKey, icon, href, roles, opensFirst, waiting);
    }

    private static NavigationEntry at(
            Place place, int order, String messageKey, String icon, String href, Role... roles) {
        return new NavigationEntry(place, order, messageKey, icon, href, Set.of(roles), false, () -> 0);
    }
}
