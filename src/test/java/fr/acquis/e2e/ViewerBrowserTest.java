package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.Documents;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.HandedIn;
import fr.acquis.evidence.corpus.Layout;
import fr.acquis.evidence.corpus.Specimen;
import fr.acquis.evidence.corpus.Specimen.Form;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.jury.Evaluations;
import fr.acquis.jury.HearingId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A piece is leafed through on a telephone, beside the decision, and by a juror beside the grid. */
class ViewerBrowserTest extends BrowserTest {

    private static final String PASSWORD = "demonstration";

    @Autowired
    ApplicationContext context;

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    People people;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_owner_looks_on_a_telephone_and_the_juror_beside_the_grid() {
        HandedIn rooms = new HandedIn(context);
        SignedIn candidate = registered("candidat", Role.CANDIDATE);
        JourneyId journey = rooms.begun(candidate);
        EvidenceId payslip = attached(rooms, journey, candidate, "payslip-a", Form.PDF);

        Screen telephone = telephone().signIn(email(candidate), PASSWORD);
        Page page = telephone.open("/evidence/" + payslip).page();
        telephone.leaving(() -> link(page, "Voir les pages").click());
        assertThat(page.locator(".viewer-sheet")).isVisible();
        telephone.inspected("viewer-candidate");
        page.locator("#viewer-closer").click();
        assertThat(page.locator(".zoom-large")).isVisible();
        Assertions.assertThat(page.locator(".viewer-frame").evaluate("frame => frame.scrollWidth > frame.clientWidth"))
                .isEqualTo(true);
        page.locator("#viewer-turn").click();
        assertThat(page.locator(".viewer-sheet g")).hasAttribute("transform", Pattern.compile("rotate\\(90\\)"));
        page.locator("#viewer-note").fill("Mes heures de mars.");
        button(page, "Ajouter la note").click();
        assertThat(page.locator(".viewer-note")).containsText("Mes heures de mars.");
        assertThat(page.locator("#viewer-note")).hasValue("");
        telephone.inspected("viewer-noted");

        List<SignedIn> jurors = List.of(registered("jury", Role.JUROR), as.another(Role.JUROR));
        rooms.work(journey, Role.JUROR, jurors);
        rooms.deposited(journey, candidate, payslip);
        HearingId hearing = rooms.summoned(journey, jurors);
        as.run(jurors.getFirst(), () -> evaluations.declare(hearing, false));
        Screen juror = desk().signIn(email(jurors.getFirst()), PASSWORD);
        Page grid = juror.open("/hearings/" + hearing).page();
        grid.locator("a[data-beside]").first().click();
        assertThat(grid.locator("#beside .viewer-sheet")).isVisible();
        assertThat(grid.locator("#beside .viewer-note")).hasCount(0);
        grid.locator("#viewer-note").fill("Qui a signé ?");
        button(grid, "Ajouter la note").click();
        assertThat(grid.locator("#beside .viewer-note")).containsText("Qui a signé ?");
        juror.inspected("viewer-beside-the-grid");
    }

    @Test
    void the_agent_leafs_beside_the_decision_by_keyboard() {
        HandedIn rooms = new HandedIn(context);
        SignedIn candidate = as.newCandidate();
        JourneyId journey = cases.filed(candidate, FiledCase.NUMBER, Set.of());
        attached(rooms, journey, candidate, "certificate-a", Form.PICTURE);
        rooms.attached(
                journey,
                candidate,
                EvidenceKind.WORK_SAMPLE,
                "plans.pdf",
                "application/pdf",
                Documents.pdf(
                        "Plan de prospection du premier secteur, rue par rue", "Plan du second", "Plan du tiers"));
        Screen agent = desk().signIn(Role.AGENT);
        Page page = agent.open("/journeys/" + journey + "/decision").page();
        opens(page, "plans.pdf");
        page.locator("#viewer-note").fill("À relire");
        page.locator("#viewer-after").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".viewer-place")).containsText("Page 2 sur 3");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".viewer-place")).containsText("Page 1 sur 3");
        assertThat(page.locator("#viewer-note")).hasValue("À relire");
        agent.inspected("viewer-beside-the-decision");
        page.keyboard().press("Escape");
        opens(page, "certificate-a");
        agent.inspected("viewer-beside-a-photograph");
        page.locator("#beside").getByText("En pleine page").click();
        assertThat(page.locator("h1")).containsText("certificate-a");
        page.locator("details summary")
                .filter(Controls.containing("Texte de la page"))
                .click();
        agent.inspected("viewer-agent");
    }

    private static void opens(Page page, String name) {
        page.locator("a[data-beside]").filter(Controls.containing(name)).click();
        Locator sheet = page.locator("#beside .viewer-sheet");
        sheet.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(page.locator("#viewer:focus-within")).isVisible();
    }

    private static EvidenceId attached(
            HandedIn rooms, JourneyId journey, SignedIn candidate, String layout, Form form) {
        Layout found = Layout.tuning().stream()
                .filter(one -> one.name().equals(layout))
                .findFirst()
                .orElseThrow();
        Specimen specimen = Specimen.of(found, form, System.nanoTime());
        return rooms.attached(
                journey,
                candidate,
                EvidenceKind.OTHER,
                specimen.fileName(),
                specimen.form().type().mediaType(),
                specimen.bytes());
    }

    private SignedIn registered(String name, Role role) {
        SignedIn agent = as.seeded(Role.AGENT);
        var body = role == Role.CANDIDATE ? null : agent.certifyingBody();
        PersonId id = transaction.execute(status -> {
            PersonId person = people.register(new People.NewPerson(
                    name + "-" + UUID.randomUUID() + "@acquis.example", "Camille", "Spécimen", null, PASSWORD));
            people.grant(person, role, body);
            return person;
        });
        return new SignedIn(id, "Camille Spécimen", Set.of(role), body, null);
    }

    private String email(SignedIn person) {
        return people.find(person.id()).orElseThrow().email();
    }
}
