package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.CheckIns;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSession.Report;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.Supports;
import fr.acquis.worklist.TaskKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A support on screen: the adviser proposes and plans by keyboard, the candidate signs on a telephone, a file is made of it. */
class SupportBrowserTest extends BrowserTest {

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

    @Autowired
    CheckIns checkIns;

    @Test
    void a_support_is_agreed_planned_signed_checked_and_exported() {
        SignedIn candidate = as.seeded(Role.CANDIDATE);
        SignedIn adviser = as.seeded(Role.ADVISER);
        JourneyId id = supported(candidate, adviser);
        String follow = "/journeys/" + id + "/support/follow-up";
        Screen desk = desk().signIn(Role.ADVISER).open(follow).inspected("support-follow-up");
        proposes(desk, id);
        plansByKeyboard(desk, follow);
        Screen telephone = telephone().signIn(Role.CANDIDATE);
        signsTheAgreement(telephone, id);
        cases.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        as.run(adviser, () -> sessions.hold(id, held(), Instant.now().plus(Duration.ofDays(9))));
        signsTheirAttendance(telephone, follow);
        checkIns.ask(id, Instant.now().plus(Duration.ofDays(61)));
        goesOn(telephone, id);
        exports(desk, follow);
        desk.open("/support/week").inspected("support-week");
    }

    private void proposes(Screen desk, JourneyId id) {
        Page page = desk.expecting(422)
                .open("/journeys/" + id + "/support/agreements/new")
                .page();
        page.locator("#object").fill("Choisir les situations de travail et écrire le livret 2, bloc par bloc.");
        page.locator("#hours").fill("24");
        page.locator("#startsOn").fill(LocalDate.now(LegalClock.ZONE).toString());
        page.locator("#endsOn")
                .fill(LocalDate.now(LegalClock.ZONE).plusMonths(6).toString());
        page.locator("#price").fill("1 200,00");
        page.locator("#funding0\\.source").selectOption("OPCO");
        page.locator("#funding0\\.amount").fill("900");
        desk.leaving(() -> page.locator("main form .button.primary").click());
        assertThat(page.locator("main")).containsText("il manque 300,00");
        desk.inspected("support-agreement-form");
        page.locator("#funding1\\.source").selectOption("SELF");
        page.locator("#funding1\\.amount").fill("300");
        desk.leaving(() -> page.locator("main form .button.primary").click());
        assertThat(page.locator(".notice[role=status]").first()).containsText("La convention est proposée");
    }

    private void plansByKeyboard(Screen desk, String follow) {
        Page page = desk.open(follow).page();
        Keyboard keys = page.keyboard();
        page.locator("main .button.primary").focus();
        desk.leaving(() -> keys.press("Enter"));
        page.locator("#on").focus();
        LocalDate day = LocalDate.now(LegalClock.ZONE).plusDays(6);
        // Which comes first, day or month, is the browser's own business.
        page.locator("#on").fill(day.toString());
        page.locator("#at").focus();
        page.locator("#at").fill("10:30");
        page.locator("#place").focus();
        keys.press("ArrowDown");
        page.locator("#where").focus();
        keys.type("https://visio.example/salle-4");
        desk.leaving(() -> keys.press("Enter"));
        assertThat(page.locator(".notice[role=status]").first()).containsText("La séance est prévue");
        assertThat(page.locator("section[aria-labelledby=planned]")).containsText("visio.example/salle-4");
        Download calendar = page.waitForDownload(() ->
                page.locator("section[aria-labelledby=planned] .button").last().click());
        Assertions.assertThat(calendar.suggestedFilename()).endsWith(".ics");
        page.locator("section[aria-labelledby=planned] .row-link").last().focus();
        desk.leaving(() -> keys.press("Enter")).inspected("support-session");
    }

    private void signsTheAgreement(Screen telephone, JourneyId id) {
        Page page = telephone.open("/journeys/" + id).page();
        assertThat(page.locator("main")).containsText("Signez votre convention d’accompagnement");
        telephone.leaving(() -> page.getByText("Lire et signer").click());
        telephone.inspected("support-agreement");
        page.locator("input[name=agreed]").check();
        telephone.leaving(() ->
                page.locator("section[aria-labelledby=sign] .button.primary").click());
        assertThat(page.locator("main")).containsText("En vigueur");
    }

    private void signsTheirAttendance(Screen telephone, String follow) {
        Page page = telephone.open(follow).inspected("support-attendance").page();
        telephone.leaving(() -> page.getByText("Signer ma présence").click());
        assertThat(page.locator("section[aria-labelledby=attendance]")).containsText("Signé par les deux");
    }

    private void goesOn(Screen telephone, JourneyId id) {
        Page page = telephone
                .open("/journeys/" + id + "/support/check-in")
                .inspected("support-check-in")
                .page();
        page.locator("input[value=CONTINUE]").check();
        telephone.leaving(() -> page.locator("main form .button.primary").click());
        assertThat(page.locator(".notice[role=status]").first()).containsText("l’accompagnement continue");
    }

    private void exports(Screen desk, String follow) {
        Page page = desk.open(follow).page();
        desk.leaving(() -> page.getByText("Préparer le dossier").click());
        assertThat(page.locator("main")).containsText("Le dossier est prêt");
        desk.inspected("support-export");
        Download file =
                page.waitForDownload(() -> page.locator("main .button.primary").click());
        Assertions.assertThat(file.suggestedFilename()).endsWith("-accompagnement.zip");
    }

    private JourneyId supported(SignedIn candidate, SignedIn adviser) {
        JourneyId id = cases.admitted(candidate);
        cases.task(id, TaskKind.CHOOSE_SUPPORT);
        UUID body = bodies.offered(journeys.find(id).orElseThrow().certifyingBody())
                .getFirst()
                .id();
        as.run(candidate, () -> supports.choose(id, Choice.BODY, body));
        cases.task(id, TaskKind.ASSIGN_ADVISER);
        as.run(
                adviser,
                () -> sessions.assign(id, adviser.id(), Instant.now().plus(Duration.ofDays(3)), Place.ON_SITE, null));
        return id;
    }

    private static Report held() {
        return new Report(
                Instant.now().minus(Duration.ofHours(3)),
                new BigDecimal("2"),
                Attendance.PRESENT,
                "Trois estimations relues.",
                "Reprendre le bloc 2.",
                "Un mandat de vente, noms cachés.",
                null);
    }
}
