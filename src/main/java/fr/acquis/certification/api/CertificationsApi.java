package fr.acquis.certification.api;

import fr.acquis.certification.CataloguePage;
import fr.acquis.certification.CatalogueSearch;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Openness;
import fr.acquis.certification.Regulations;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@ApiController
@Tag(name = "Certifications", description = "The catalogue: what can be aimed at, and whether VAE is open for it")
class CertificationsApi {

    private final Certifications certifications;
    private final Regulations regulations;
    private final MessageSource messages;
    private final Clock clock;

    CertificationsApi(Certifications certifications, Regulations regulations, MessageSource messages, Clock clock) {
        this.certifications = certifications;
        this.regulations = regulations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/api/v1/certifications")
    @Operation(
            summary =
                    "Searches the catalogue, by title; every word of q is found in title, number, branch or certifier")
    ResponseEntity<PageOf<CertificationSummary>> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        if (q.strip().length() > CatalogueSearch.MOST_CHARACTERS) {
            throw new ApiRefusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "api.search.too-long",
                    new Object[] {CatalogueSearch.MOST_CHARACTERS},
                    List.of(),
                    Map.of("parameter", "q"));
        }
        CertificationId last = after == null ? null : new CertificationId(after);
        if (last != null && certifications.find(last).isEmpty()) {
            throw new ApiRefusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "api.bad-cursor",
                    new Object[0],
                    List.of(),
                    Map.of("parameter", "after"));
        }
        CataloguePage page = certifications.search(new CatalogueSearch(q, last, PageOf.limit(limit)));
        return PageOf.answer(
                page.entries().stream()
                        .map(entry -> CertificationSummary.of(entry.certification(), entry.openness()))
                        .toList(),
                page.next() == null ? null : page.next().toString());
    }

    @GetMapping("/api/v1/certifications/{id}")
    @Operation(summary = "One certification, with its blocs and what its règlement asks today")
    CertificationDetail one(@PathVariable UUID id, Locale locale) {
        CertificationId known = new CertificationId(id);
        Certification one =
                certifications.find(known).orElseThrow(() -> ApiRefusal.notFound("api.certification.unknown"));
        LocalDate today = LocalDate.now(clock);
        Openness openness = certifications.openness(known, today);
        return CertificationDetail.of(
                CertificationSummary.of(one, openness),
                openness.open() ? null : messages.getMessage("api.certification.closed", null, locale),
                regulations.on(known, today),
                certifications.standard(known));
    }
}
