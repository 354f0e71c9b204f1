package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The file itself, with its numbers: for the candidate and the certifying body, on every way that leads to one. */
@AcquisTest
@Tag("evidence")
class OriginalsTest {

    private static final String MARK = "%PDF-";

    @Autowired
    ActingAs as;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc browser;

    @Test
    void the_file_itself_opens_for_the_candidate_and_the_certifying_body_and_for_nobody_else() throws Exception {
        HandedIn rooms = new HandedIn(context);
        SignedIn candidate = as.newCandidate();
        JourneyId journey = rooms.begun(candidate);
        EvidenceId piece = rooms.attached(
                journey,
                candidate,
                EvidenceKind.OTHER,
                "bulletin.pdf",
                "application/pdf",
                Documents.pdf("Numero de securite sociale : " + ColouredPages.NIR));
        SignedIn juror = as.another(Role.JUROR);
        SignedIn adviser = as.another(Role.ADVISER);
        rooms.work(journey, Role.JUROR, List.of(juror));
        rooms.work(journey, Role.ADVISER, List.of(adviser));
        rooms.deposited(journey, candidate, piece);
        List<String> ways = List.of(
                "/evidence/" + piece + "/content",
                "/api/v1/evidence/" + piece + "/content",
                "/journeys/" + journey + "/livret2/attempts/1/pieces/" + piece,
                "/api/v1/journeys/" + journey + "/livret2/attempts/1/pieces/" + piece);
        for (String way : ways) {
            // From the livret a candidate opens what it names as it is now; nothing is linked in this one any more.
            SignedIn owner = way.contains("livret2") ? as.seeded(Role.AGENT) : candidate;
            for (SignedIn theirs : List.of(owner, as.seeded(Role.AGENT), as.another(Role.MANAGER))) {
                MockHttpServletResponse answer = answer(theirs, way);
                assertThat(answer.getStatus())
                        .as("%s for %s", way, theirs.roles())
                        .isEqualTo(200);
                assertThat(body(answer)).startsWith(MARK);
            }
            SignedIn elsewhere = SignedInAs.somebody(Role.AGENT, CertifyingBodyId.create());
            for (SignedIn other : List.of(
                    juror, adviser, as.another(Role.CPNE), as.another(Role.ADMIN), as.newCandidate(), elsewhere)) {
                MockHttpServletResponse answer = answer(other, way);
                assertThat(answer.getStatus())
                        .as("%s for %s", way, other.roles())
                        .isNotEqualTo(200);
                assertThat(body(answer)).doesNotContain(MARK, "006 084");
            }
        }
        // What a juror is led to instead.
        assertThat(answer(juror, ways.get(2)).getRedirectedUrl()).isEqualTo("/evidence/" + piece + "/pages/1");
    }

    /** Whoever adds a way to a file comes here, and to the page about evidence. */
    @Test
    void files_are_opened_whoever_asks_in_three_places_that_are_written_down() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fr.acquis");
        Set<String> opening = product.stream()
                .flatMap(one -> one.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Evidences.class))
                .filter(call -> Set.of("openHeld", "open").contains(call.getName()))
                .map(call -> call.getOriginOwner().getSimpleName() + " " + call.getName())
                .collect(Collectors.toSet());
        assertThat(opening)
                .containsExactlyInAnyOrder(
                        "EvidenceContents open",
                        "EvidenceApi open",
                        // Of a piece the livret names, for whom the file is open.
                        "Readings openHeld",
                        // What somebody joined to a message, for those who read it.
                        "MessageFiles openHeld",
                        // The file for the jury, with numbers covered.
                        "FileAssembly openHeld");
    }

    private MockHttpServletResponse answer(SignedIn person, String way) throws Exception {
        return browser.perform(get(way).with(SignedInAs.browser(person)))
                .andReturn()
                .getResponse();
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    }
}
