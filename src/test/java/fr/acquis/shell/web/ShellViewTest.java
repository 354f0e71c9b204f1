package fr.acquis.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.shell.SearchBox;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ShellViewTest {

    private static final NavigationEntry CASES =
            NavigationEntry.rail(20, "cases", "folder", "/cases", Role.AGENT).counting(() -> 120);
    private static final NavigationEntry TASKS = NavigationEntry.rail(10, "tasks", "inbox", "/tasks", Role.AGENT);
    private static final NavigationEntry LATE = NavigationEntry.rail(30, "late", "clock", "/tasks/late", Role.AGENT);
    private static final NavigationEntry SCORES = NavigationEntry.rail(10, "scores", "scale", "/scores", Role.JUROR);

    @Test
    void a_person_sees_the_entries_of_their_roles_and_no_other() {
        ShellView view = view("/", Role.AGENT, TASKS, CASES, SCORES);
        assertThat(view.getRail()).extracting(ShellView.Link::href).containsExactly("/", "/tasks", "/cases");
    }

    @Test
    void the_home_gives_way_to_a_page_that_opens_first() {
        ShellView view = view("/tasks", Role.AGENT, TASKS.openingFirst(), CASES);
        assertThat(view.getRail()).extracting(ShellView.Link::href).containsExactly("/tasks", "/cases");
    }

    @Test
    void only_the_entry_that_leads_closest_is_current() {
        ShellView view = view("/tasks/late/7", Role.AGENT, TASKS, CASES, LATE);
        assertThat(view.getRail())
                .filteredOn(ShellView.Link::current)
                .extracting(ShellView.Link::href)
                .containsExactly("/tasks/late");
    }

    @Test
    void a_page_of_another_name_does_not_light_an_entry() {
        assertThat(view("/tasksheet", Role.AGENT, TASKS).getRail()).noneMatch(ShellView.Link::current);
    }

    @Test
    void a_telephone_shows_four_and_keeps_the_rest_in_a_sheet() {
        ShellView four = view("/", Role.AGENT, TASKS, CASES, LATE);
        assertThat(four.getBottomBar()).hasSize(4);
        assertThat(four.getBottomSheet()).isEmpty();
        ShellView five = view(
                "/", Role.AGENT, TASKS, CASES, LATE, NavigationEntry.rail(40, "more", "star", "/more", Role.AGENT));
        assertThat(five.getBottomBar()).hasSize(3);
        assertThat(five.getBottomSheet()).extracting(ShellView.Link::href).containsExactly("/tasks/late", "/more");
    }

    @Test
    void a_great_number_is_shortened() {
        assertThat(view("/", Role.AGENT, CASES).getRail().getLast().countText()).isEqualTo("99+");
    }

    @Test
    void an_error_page_asks_no_counter() {
        NavigationEntry broken = TASKS.counting(() -> {
            throw new IllegalStateException("the database is down");
        });
        ShellView view = view(new Address("/tasks", null, true), Role.AGENT, broken);
        assertThat(view.getRail()).extracting(ShellView.Link::count).containsOnly(0L);
    }

    @Test
    void the_search_is_shown_to_its_roles_only() {
        assertThat(view("/", Role.AGENT).getSearch()).isNotNull();
        assertThat(view("/", Role.JUROR).getSearch()).isNull();
    }

    @Test
    void initials_are_the_first_and_the_last() {
        assertThat(Initials.of("Marie-Ange de La Tour")).isEqualTo("MT");
        assertThat(Initials.of("élodie")).isEqualTo("É");
        assertThat(Initials.of("")).isEmpty();
    }

    @Test
    void an_address_to_come_back_to_stays_with_us() {
        assertThat(List.of("/", "/tasks?page=2", "/a//b")).allMatch(Address::ours);
        assertThat(List.of("//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", ""))
                .noneMatch(Address::ours);
    }

    private static ShellView view(String path, Role role, NavigationEntry... entries) {
        return view(new Address(path, null, false), role, entries);
    }

    private static ShellView view(Address address, Role role, NavigationEntry... entries) {
        SignedIn person = new SignedIn(PersonId.create(), "Alix Démo", Set.of(role), null, null);
        SearchBox search = new SearchBox("search", "/search", "q", Set.of(Role.AGENT));
        return new ShellView(person, address, "fr", null, null, List.of(entries), search);
    }
}
