package fr.acquis.certification;

import fr.acquis.certification.store.BranchRows;
import fr.acquis.certification.store.CertificationRows;
import fr.acquis.certification.store.RegisterRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue by branch; reading is for anyone. */
@Service
@Transactional(readOnly = true)
public class Branches {

    private final BranchRows branches;
    private final CertificationRows rows;
    private final RegisterRows register;
    private final Certifications certifications;
    private final Clock clock;

    Branches(
            BranchRows branches,
            CertificationRows rows,
            RegisterRows register,
            Certifications certifications,
            Clock clock) {
        this.branches = branches;
        this.rows = rows;
        this.register = register;
        this.certifications = certifications;
        this.clock = clock;
    }

    /** All that have certifications, by name. */
    public List<BranchSummary> all() {
        return branches.summaries(LocalDate.now(clock));
    }

    public Optional<Branch> find(String slug) {
        return branches.find(slug);
    }

    /** Of a certification, by name. */
    public List<Branch> of(CertificationId id) {
        return branches.of(id);
    }

    /**
     * A page of a branch's certifications by title.
     *
     * @param edge the certification the page begins after, or ends before; null for the first page
     * @throws UnknownCertification when that one is not there
     */
    public CataloguePage page(
            Branch branch,
            Standing standing,
            String words,
            @Nullable CertificationId edge,
            boolean backwards,
            int limit) {
        CatalogueSearch search = new CatalogueSearch(words, backwards ? null : edge, backwards ? edge : null, limit);
        Certification from = edge == null ? null : certifications.get(edge);
        List<Certification> found =
                rows.ofBranch(branch.slug(), standing, words, LocalDate.now(clock), from, backwards, limit + 1);
        boolean more = found.size() > limit;
        List<Certification> page = more ? found.subList(0, limit) : found;
        return CataloguePage.of(search, certifications.entries(backwards ? page.reversed() : page), more);
    }

    public int count(Branch branch, Standing standing, String words) {
        return rows.countOfBranch(branch.slug(), standing, words, LocalDate.now(clock));
    }

    /** What the register said last of those it has spoken of. */
    public Map<CertificationId, Fiche> fiches(List<CertificationId> ids) {
        return register.of(ids);
    }

    /** What a certification is replaced by, for those that are. */
    public Map<CertificationId, Certification> successors(List<Certification> of) {
        List<CertificationId> ids = of.stream()
                .map(Certification::replacedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return rows.byIds(ids).stream().collect(Collectors.toMap(Certification::id, one -> one));
    }
}
