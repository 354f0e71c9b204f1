package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.link;
import static fr.acquis.e2e.Controls.row;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.Supports;
import fr.acquis.worklist.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An adviser's day without a mouse, from the login to the logout; each control is seen when it has the focus. */
class AdviserByKeyboardTest extends BrowserTest {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Journeys journeys;

    @Autowired
    Supports supports;

    @Autowired
    SupportBodies bodies;

    @Autowired
    SupportSessions sessions;

    private SignedIn followed;
    private SignedIn waiting;
    private JourneyId mine;
    private JourneyId unnamed;

    @BeforeEach
    void a_case_to_follow_and_one_without_adviser() {
        SignedIn adviser = as.seeded(Role.ADVISER);
        followed = as.newCandidate();
        waiting = as.newCandidate();
        mine = wantsSupport(followed);
        as.run(
                adviser,
                () -> sessions.assign(mine, adviser.id(), Instant.now().plus(Duration.ofDays(3)), Place.ON_SITE, null));
        cases.task(mine, TaskKind.HOLD_SUPPORT_SESSION);
        unnamed = wantsSupport(waiting);
    }

    /** Other tests look for their row on the first page of the same list. */
    @AfterEach
    void both_give_up() {
        as.run(followed, () -> journeys.abandon(mine));
        as.run(waiting, () -> journeys.abandon(unnamed));
    }

    @Test
    void an_adviser_works_a_whole_day_by_keyboard_alone() {
        Screen desk = desk().open("/login");
        Page page = desk.page();
        Hands hands = new Hands(desk);
        var account = DevelopmentConfiguration.account(Role.ADVISER);
        hands.write(page.locator("#email"), account.email())
                .write(page.locator("#password"), account.password())
                .leave("Enter");

        filters(hands, page);
        takesAndGivesBack(hands, page);
        opensTheirCase(hands, page);
        writes(hands, page);
        plans(hands, page);
        subscribes(hands, desk);
        reports(hands, page);

        hands.to(page.locator("details.menu > summary.bar-button"))
                .press("Enter")
                .follow(page.locator("form[action$=logout] button"));
        assertThat(notice(page)).containsText("déconnecté");
    }

    private void filters(Hands hands, Page page) {
        hands.press("f");
        assertThat(page.locator("#stage")).isFocused();
        hands.to(page.locator("#kind")).type("Affecter");
        hands.follow(page.locator("#filter button.primary"));
        assertThat(page.locator("#kind")).hasValue("ASSIGN_ADVISER");
        searches(hands, page, number(unnamed));
    }

    private void searches(Hands hands, Page page, String number) {
        hands.press("/");
        assertThat(page.locator("#q")).isFocused();
        hands.press("Control+a").type(number).leave("Enter");
        assertThat(row(page, number)).hasCount(1);
    }

    /** What is taken or given back keeps the focus: the next letter acts on it again. */
    private void takesAndGivesBack(Hands hands, Page page) {
        Locator theirs = row(page, number(unnamed)).locator("[data-open]");
        hands.press("j").leave("a");
        assertThat(notice(page)).containsText("Dossier pris");
        assertThat(theirs).isFocused();
        assertThat(page.locator("#summary h2")).isVisible();
        hands.press("s");
        assertThat(page.locator("#summary")).isFocused();
        hands.press("l");
        assertThat(theirs).isFocused();
        hands.leave("r");
        assertThat(notice(page)).containsText("rendu");
        assertThat(theirs).isFocused();
        hands.leave("a");
        assertThat(page.locator("#because")).isVisible();
        hands.press("s")
                .write(page.locator("#because"), "Loin de chez moi.")
                .press("Tab")
                .leave("Enter");
        assertThat(notice(page)).containsText("rendu");
    }

    private void opensTheirCase(Hands hands, Page page) {
        hands.follow(page.getByText("Enlever le filtre"));
        searches(hands, page, number(mine));
        hands.press("j").leave("o");
        hands.follow(link(page, "Voir le dossier"));
        assertThat(page.locator("h1")).isVisible();
    }

    private void writes(Hands hands, Page page) {
        hands.follow(tab(page, "/messages"));
        hands.write(page.locator("#text"), "Bonjour, apportez votre planning à la prochaine séance.");
        hands.follow(page.locator("[data-thread-form] button.primary"));
        assertThat(page.locator(".thread")).containsText("apportez votre planning");
        hands.follow(tab(page, "/notes"));
        hands.write(page.locator("#text"), "Rappeler avant la séance.");
        hands.follow(page.locator("[data-thread-form] button.primary"));
        assertThat(page.locator(".thread")).containsText("Rappeler avant la séance.");
    }

    private void plans(Hands hands, Page page) {
        hands.follow(tab(page, "/support/follow-up")).follow(link(page, "Prévoir une séance"));
        hands.date(page.locator("#on"), evenDay()).hour(page.locator("#at"), "10:30");
        hands.write(page.locator("#where"), "Salle 4").leave("Enter");
        assertThat(notice(page)).containsText("La séance est prévue");
    }

    /** By the palette to the page of the calendar, and an address made there. */
    private void subscribes(Hands hands, Screen desk) {
        Page page = desk.page();
        hands.press("Control+k");
        assertThat(page.locator("#palette input")).isFocused();
        hands.type("mon agenda").leave("Enter");
        desk.inspected("calendar");
        hands.to(button(page, "Créer une adresse")).leave("Enter");
        assertThat(page.locator("#address")).hasValue(Pattern.compile(".*/calendars/.{43}\\.ics"));
        desk.inspected("calendar-made");
    }

    private void reports(Hands hands, Page page) {
        hands.press("Control+k");
        assertThat(page.locator("#palette input")).isFocused();
        hands.type("à traiter").leave("Enter");
        searches(hands, page, number(mine));
        hands.press("j").leave("o");
        Locator form = page.locator("[data-form-view]");
        Locator held = form.locator(".fjs-form-field-datetime").first();
        hands.write(
                        held.locator("input:visible").first(),
                        LocalDate.now(LegalClock.ZONE).minusDays(1).format(TYPED))
                .press("Tab")
                .write(held.locator("input:visible").last(), "10:00")
                .press("Tab")
                .write(form.getByLabel("Durée"), "2");
        hands.to(form.locator("input[type=radio]").first()).press("Space");
        hands.write(form.locator("textarea").first(), "Deux situations choisies.");
        hands.follow(page.locator("[data-form-send] button"));
        assertThat(notice(page)).isVisible();
    }

    private static Locator notice(Page page) {
        return page.locator(".notice[role=status]").first();
    }

    private static Locator tab(Page page, String ending) {
        return page.locator("main .tab-list a[href$='%s']".formatted(ending));
    }

    /** Ahead, and the same whether the day or the month is asked for first. */
    private static LocalDate evenDay() {
        return Stream.iterate(LocalDate.now(LegalClock.ZONE).plusDays(7), day -> day.plusDays(1))
                .filter(day -> day.getDayOfMonth() == day.getMonthValue())
                .findFirst()
                .orElseThrow();
    }

    private String number(JourneyId id) {
        return journeys.find(id).orElseThrow().caseNumber();
    }

    private JourneyId wantsSupport(SignedIn candidate) {
        JourneyId id = cases.admitted(candidate);
        cases.task(id, TaskKind.CHOOSE_SUPPORT);
        as.run(
                candidate,
                () -> supports.choose(
                        id,
                        Choice.BODY,
                        bodies.offered(journeys.find(id).orElseThrow().certifyingBody())
                                .getFirst()
                                .id()));
        cases.task(id, TaskKind.ASSIGN_ADVISER);
        return id;
    }
}
