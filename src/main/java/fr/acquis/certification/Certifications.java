package fr.acquis.certification;

import fr.acquis.audit.Audit;
import fr.acquis.certification.store.BranchRows;
import fr.acquis.certification.store.CertificationRows;
import fr.acquis.certification.store.CertificationWords;
import fr.acquis.certification.store.RegisterRows;
import fr.acquis.certification.store.RegulationRows;
import fr.acquis.certification.store.StandardRows;
import fr.acquis.shared.CertifyingBodyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue. Reading is for anyone; what belongs to a certifying body is written by its managers. */
@Service
@Transactional
public class Certifications {

    private final CertificationRows rows;
    private final CertificationWords words;
    private final StandardRows standards;
    private final RegulationRows regulations;
    private final RegisterRows register;
    private final BranchRows branches;
    private final Ownership ownership;
    private final Audit audit;
    private final Clock clock;

    Certifications(
            CertificationRows rows,
            CertificationWords words,
            StandardRows standards,
            RegulationRows regulations,
            RegisterRows register,
            BranchRows branches,
            Ownership ownership,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.standards = standards;
        this.regulations = regulations;
        this.register = register;
        this.branches = branches;
        this.ownership = ownership;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Certification> find(CertificationId id) {
        return rows.find(id);
    }

    /** @throws UnknownCertification when there is none */
    @Transactional(readOnly = true)
    public Certification get(CertificationId id) {
        return rows.find(id).orElseThrow(() -> new UnknownCertification(id));
    }

    /** By its number at the register, {@code RNCP37268}. */
    @Transactional(readOnly = true)
    public Optional<Certification> findByNumber(String number) {
        return rows.findByNumber(number);
    }

    /**
     * A page of the catalogue with each one's openness today.
     *
     * @throws UnknownCertification when the page beside is said to end on a certification that is not there
     */
    @Transactional(readOnly = true)
    public CataloguePage search(CatalogueSearch search) {
        Certification edge = search.edge() == null ? null : get(search.edge());
        List<Certification> found = rows.search(search.words(), edge, search.backwards(), search.limit() + 1);
        boolean more = found.size() > search.limit();
        List<Certification> page = more ? found.subList(0, search.limit()) : found;
        return CataloguePage.of(search, entries(search.backwards() ? page.reversed() : page), more);
    }

    /** Those whose VAE a body runs, by title. */
    @Transactional(readOnly = true)
    public List<Certification> runBy(CertifyingBodyId body) {
        return rows.runBy(body);
    }

    /** How many a search finds on all its pages. */
    @Transactional(readOnly = true)
    public int count(String words) {
        return rows.count(words);
    }

    List<CatalogueEntry> entries(List<Certification> page) {
        LocalDate today = LocalDate.now(clock);
        List<CertificationId> ids = page.stream().map(Certification::id).toList();
        Set<CertificationId> closed = regulations.closedByRegulation(ids, today);
        Map<CertificationId, Openness.Reason> against = againstByRegister(ids);
        Map<CertificationId, Integer> blocks = standards.countBlocks(ids);
        return page.stream()
                .map(one -> new CatalogueEntry(
                        one,
                        Openness.of(one, !closed.contains(one.id()), against.get(one.id()), today),
                        blocks.getOrDefault(one.id(), 0)))
                .toList();
    }

    /** What the register says against VAE beyond its dates, where no body here runs the certification. */
    private Map<CertificationId, Openness.Reason> againstByRegister(List<CertificationId> ids) {
        Map<CertificationId, Openness.Reason> against = new HashMap<>();
        register.closedToExperience(ids).forEach(id -> against.put(id, Openness.Reason.NO_WAY_BY_EXPERIENCE));
        register.withdrawn(ids).forEach(id -> against.put(id, Openness.Reason.WITHDRAWN));
        return against;
    }

    /** What the register said last of it; empty before it was ever imported. */
    @Transactional(readOnly = true)
    public Optional<Fiche> fiche(CertificationId id) {
        return register.find(id);
    }

    /** Makes what is derived of certifications that were here before it was kept: the words they are found by, their branch. */
    public void completeDerived() {
        ownership.requireProduct();
        branches.without().forEach(id -> {
            branches.place(id, List.of(), get(id).branch());
            words.write(id);
        });
        words.missing().forEach(words::write);
    }

    /** The standard, {@link Standard#UNKNOWN} where only the register's line is here. */
    @Transactional(readOnly = true)
    public Standard standard(CertificationId id) {
        get(id);
        return standards.of(id);
    }

    /** Whether VAE is open on a day, by register and règlement, and if not why. */
    @Transactional(readOnly = true)
    public Openness openness(CertificationId id, LocalDate day) {
        Certification certification = get(id);
        boolean closed = regulations.closedByRegulation(List.of(id), day).contains(id);
        return Openness.of(
                certification, !closed, againstByRegister(List.of(id)).get(id), day);
    }

    /** Enters a certification. */
    public CertificationId register(NewCertification certification) {
        ownership.requireEditor(certification.certifyingBody());
        CertificationId id = rows.insert(certification, clock.instant());
        branches.place(id, List.of(), certification.branch());
        words.write(id);
        audit.record(id.value(), "register-certification", Map.of("number", String.valueOf(certification.number())));
        return id;
    }

    /**
     * Writes the standard.
     *
     * @throws StandardDescribed when it has one
     */
    public void describe(CertificationId id, Standard standard) {
        ownership.requireEditor(rows.lock(id).certifyingBody());
        if (standards.of(id).known()) {
            throw new StandardDescribed(id);
        }
        standards.insert(id, standard);
        words.write(id);
        audit.record(
                id.value(),
                "describe-standard",
                Map.of("blocks", Integer.toString(standard.blocks().size())));
    }

    /** Says which fiche renews this one. */
    public void renewBy(CertificationId id, CertificationId successor) {
        ownership.requireEditor(rows.lock(id).certifyingBody());
        for (CertificationId next = successor; next != null; next = get(next).replacedBy()) {
            if (next.equals(id)) {
                throw new IllegalArgumentException("a certification cannot renew one that renews it");
            }
        }
        rows.replace(id, successor);
        audit.record(id.value(), "renew-certification", Map.of("by", successor.toString()));
    }
}
