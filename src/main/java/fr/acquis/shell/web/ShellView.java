package fr.acquis.shell.web;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.shell.NavigationEntry.Place;
import fr.acquis.shell.SearchBox;
import fr.acquis.shell.Tone;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the frame of one page shows to one person. Lists are made when the template asks for them. */
public final class ShellView {

    /** What a bottom bar holds; with more entries the last place opens a sheet. */
    private static final int BOTTOM_BAR = 4;

    private static final NavigationEntry HOME = NavigationEntry.rail(0, "shell.home", "house", "/", Role.values());

    private final @Nullable SignedIn person;
    private final Address address;
    private final String language;
    private final @Nullable String theme;
    private final @Nullable String keys;
    private final List<NavigationEntry> entries;
    private final @Nullable SearchBox search;

    ShellView(
            @Nullable SignedIn person,
            Address address,
            String language,
            @Nullable String theme,
            @Nullable String keys,
            List<NavigationEntry> entries,
            @Nullable SearchBox search) {
        this.person = person;
        this.address = address;
        this.language = language;
        this.theme = theme;
        this.keys = keys;
        this.entries = entries;
        this.search = search;
    }

    /** An entry as shown. */
    public record Link(String messageKey, String icon, String href, boolean current, long count) {

        public String countText() {
            return count > 99 ? "99+" : String.valueOf(count);
        }
    }

    public boolean isSignedIn() {
        return person != null;
    }

    public @Nullable SignedIn getPerson() {
        return person;
    }

    public @Nullable String getCertifier() {
        return person == null ? null : person.certifyingBodyName();
    }

    public String getInitials() {
        return person == null ? "" : Initials.of(person.displayName());
    }

    /** Message keys of the roles held. */
    public List<String> getRoles() {
        return held().stream().sorted().map(role -> "shell.role." + role.name()).toList();
    }

    public String getLanguage() {
        return language;
    }

    public List<String> getLanguages() {
        return Preferences.LANGUAGES;
    }

    /** light or dark; null follows the device. */
    public @Nullable String getTheme() {
        return theme;
    }

    /** off, or null when single letters act. */
    public @Nullable String getKeys() {
        return keys;
    }

    public String getAddress() {
        return address.written();
    }

    /** For templates: Thymeleaf lets no static name into a fragment's arguments. */
    public Tone tone(String name) {
        return Tone.valueOf(name);
    }

    public @Nullable SearchBox getSearch() {
        return search != null && held().stream().anyMatch(search.roles()::contains) ? search : null;
    }

    /** The home stands first until a page of a room opens first. */
    public List<Link> getRail() {
        return rail().map(this::link).toList();
    }

    public List<Link> getBottomBar() {
        List<Link> all = getRail();
        return all.size() <= BOTTOM_BAR ? all : all.subList(0, BOTTOM_BAR - 1);
    }

    public List<Link> getBottomSheet() {
        List<Link> all = getRail();
        return all.size() <= BOTTOM_BAR ? List.of() : all.subList(BOTTOM_BAR - 1, all.size());
    }

    public List<Link> getTopBar() {
        return mine(Place.TOP_BAR).map(this::link).toList();
    }

    public List<Link> getAccountEntries() {
        return mine(Place.ACCOUNT).map(this::link).toList();
    }

    private Stream<NavigationEntry> rail() {
        boolean replaced = mine(Place.RAIL).anyMatch(NavigationEntry::opensFirst);
        return replaced ? mine(Place.RAIL) : Stream.concat(Stream.of(HOME), mine(Place.RAIL));
    }

    private Stream<NavigationEntry> mine(Place place) {
        Predicate<Role> held = held()::contains;
        return entries.stream()
                .filter(entry -> entry.place() == place)
                .filter(entry -> entry.roles().stream().anyMatch(held));
    }

    private Link link(NavigationEntry entry) {
        long count = address.failed() ? 0 : entry.counter().getAsLong();
        return new Link(entry.messageKey(), entry.icon(), entry.href(), isCurrent(entry), count);
    }

    /** The entry whose address is the longest beginning of where the reader is. */
    private boolean isCurrent(NavigationEntry entry) {
        return !address.failed()
                && leadsHere(entry)
                && Stream.concat(Stream.of(HOME), entries.stream())
                        .filter(this::leadsHere)
                        .noneMatch(other -> other.href().length() > entry.href().length());
    }

    private boolean leadsHere(NavigationEntry entry) {
        String path = address.path();
        return path.equals(entry.href()) || !entry.href().equals("/") && path.startsWith(entry.href() + "/");
    }

    private Collection<Role> held() {
        return person == null ? List.of() : person.roles();
    }
}
