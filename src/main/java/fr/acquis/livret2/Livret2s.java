package fr.acquis.livret2;

import fr.acquis.audit.Audit;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.SkillBlock;
import fr.acquis.evidence.MadeFiles;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.livret2.store.Livret2Rows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Livrets as their readers see them. The candidate reads and writes their own; the adviser reads it while it is shared; agents,
 * managers and jurors read what was deposited, as it was deposited.
 */
@Service
@Transactional
public class Livret2s {

    private final Livret2Rows rows;
    private final DepositRows deposits;
    private final Contents contents;
    private final Journeys journeys;
    private final AcquiredBlocks acquired;
    private final CaseMembers members;
    private final MadeFiles files;
    private final CurrentPerson current;
    private final Livret2Dates dates;
    private final Audit audit;
    private final Clock clock;

    Livret2s(
            Livret2Rows rows,
            DepositRows deposits,
            Contents contents,
            Journeys journeys,
            AcquiredBlocks acquired,
            CaseMembers members,
            MadeFiles files,
            CurrentPerson current,
            Livret2Dates dates,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.deposits = deposits;
        this.contents = contents;
        this.journeys = journeys;
        this.acquired = acquired;
        this.members = members;
        this.files = files;
        this.current = current;
        this.dates = dates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the livret of an attempt: the blocs missing now, begun with the words of the attempt before. Opening it again changes
     * nothing.
     *
     * @return when the candidate is expected to have written it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant open(JourneyId id, int attempt) {
        Journey journey = journeys.lock(id);
        Instant now = clock.instant();
        List<Livret2Rows.Row> earlier = rows.all(id);
        List<SkillBlock> missing = acquired.missing(journey);
        if (rows.insert(id, attempt, missing.stream().map(SkillBlock::code).toList(), now)) {
            earlier.stream()
                    .filter(row -> row.attempt() < attempt)
                    .findFirst()
                    .ifPresent(before -> rows.carryOver(id, before.attempt(), attempt, now));
            audit.record(
                    id.value(),
                    "open-livret2",
                    Map.of("attempt", Integer.toString(attempt), "blocks", Integer.toString(missing.size())));
        }
        return dates.writeBy(journey);
    }

    /** Whether the case has a livret at all. */
    @Transactional(readOnly = true)
    public boolean begun(JourneyId id) {
        return !rows.all(id).isEmpty();
    }

    /** State of the latest livret, without its content: nobody's sight checked. */
    @Transactional(readOnly = true)
    public Optional<Livret2.State> state(JourneyId id) {
        return rows.all(id).stream().map(Livret2Rows.Row::state).findFirst();
    }

    /**
     * The latest livret, for the signed-in person.
     *
     * @throws BusinessRefusal when there is none they may read
     */
    @Transactional(readOnly = true)
    public Livret2 get(JourneyId id) {
        Journey journey = journeys.get(id);
        return rows.all(id).stream().findFirst().map(row -> read(journey, row)).orElseThrow(Livret2s::unknown);
    }

    /** The same for an earlier attempt. */
    @Transactional(readOnly = true)
    public Livret2 get(JourneyId id, int attempt) {
        Journey journey = journeys.get(id);
        return rows.find(id, attempt).map(row -> read(journey, row)).orElseThrow(Livret2s::unknown);
    }

    /** Attempts before the latest, the newest first. */
    @Transactional(readOnly = true)
    public List<Integer> earlierAttempts(JourneyId id) {
        return rows.all(id).stream().skip(1).map(Livret2Rows.Row::attempt).toList();
    }

    private Livret2 read(Journey journey, Livret2Rows.Row row) {
        boolean draft = readsDraft(journey, row);
        Content content = draft
                ? contents.of(journey, row)
                : deposits.latest(journey.id(), row.attempt())
                        .map(Deposit::content)
                        .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "livret2.refused.not-deposited"));
        return new Livret2(journey.id(), row.attempt(), row.state(), row.openedAt(), row.sharedAt(), content);
    }

    private boolean readsDraft(Journey journey, Livret2Rows.Row row) {
        SignedIn me = current.get();
        if (journey.candidate().equals(me.id())) {
            return true;
        }
        if (!readsDeposits(journey, me)) {
            if (row.sharedAt() == null) {
                throw new BusinessRefusal(Kind.FORBIDDEN, "livret2.refused.not-shared");
            }
            return true;
        }
        return false;
    }

    /** Whether the signed-in person, who sees the case, reads what is being written and not only what was deposited. */
    @Transactional(readOnly = true)
    public boolean readsDraft(Journey journey, int attempt) {
        return rows.find(journey.id(), attempt)
                .filter(row -> readsDraft(journey, row))
                .isPresent();
    }

    /** Whether the signed-in person, who sees the case, may read what was deposited in an attempt. */
    @Transactional(readOnly = true)
    public boolean mayReadDeposit(Journey journey, int attempt) {
        SignedIn me = current.get();
        return journey.candidate().equals(me.id())
                || readsDeposits(journey, me)
                || rows.find(journey.id(), attempt)
                        .filter(row -> row.sharedAt() != null)
                        .isPresent();
    }

    /** Agents and managers of the body, jurors of the case; anybody else who sees the case supports it. */
    private boolean readsDeposits(Journey journey, SignedIn me) {
        return journey.handledBy(me) || members.of(journey.id(), Role.JUROR).contains(me.id()) || me.is(Role.CPNE);
    }

    /** What was deposited last in an attempt, for the jury and other work of the product: nobody's sight checked. */
    @Transactional(readOnly = true)
    public Optional<Deposited> deposited(JourneyId id, int attempt) {
        List<Deposit> all = deposits.of(id, attempt);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Deposit last = all.getLast();
        return Optional.of(new Deposited(
                id,
                attempt,
                last.number(),
                all.getFirst().depositedAt(),
                last.depositedAt(),
                last.content(),
                last.file()));
    }

    /** The latest deposit of the latest livret: nobody's sight checked. */
    @Transactional(readOnly = true)
    public Optional<Deposit> latestDeposit(JourneyId id) {
        return rows.all(id).stream().findFirst().flatMap(row -> deposits.latest(id, row.attempt()));
    }

    /**
     * Opens the assembled file of an attempt for the signed-in person, to be closed by the caller; a reader who is not the
     * candidate is written to the audit log.
     *
     * @throws BusinessRefusal when they may not read it, or it is being made
     */
    public FileContent openFile(JourneyId id, int attempt) {
        Livret2 livret = get(id, attempt);
        Deposit deposit = deposits.latest(id, attempt)
                .filter(last -> last.file() != null)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "livret2.refused.no-file"));
        InputStream stream = deposits.objectKey(deposit)
                .flatMap(files::open)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "livret2.refused.no-file"));
        recordReading(livret, "read-livret2-file", Map.of("attempt", Integer.toString(attempt)));
        return new FileContent(deposit.file(), stream);
    }

    /**
     * What was written when it was deposited, letter by letter as its hash was reckoned: for the candidate and the certifying body.
     *
     * @throws BusinessRefusal when there is no such deposit, or it is not theirs to have
     */
    @Transactional(readOnly = true)
    public String written(JourneyId id, int attempt, int number) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        if (!journey.candidate().equals(me.id()) && !journey.handledBy(me)) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "livret2.refused.pages-only");
        }
        return deposits.written(id, attempt, number).orElseThrow(Livret2s::unknown);
    }

    /** Notes that somebody else than the candidate looked into the case's proofs. */
    @Transactional(propagation = Propagation.MANDATORY)
    void recordReading(Livret2 livret, String action, Map<String, String> facts) {
        Journey journey = journeys.find(livret.journey()).orElseThrow();
        if (!journey.candidate().equals(current.get().id())) {
            audit.record(livret.journey().value(), action, facts);
        }
    }

    static BusinessRefusal unknown() {
        return new BusinessRefusal(Kind.NOT_FOUND, "livret2.refused.unknown");
    }

    /** An open file; whoever opened it closes it. */
    public record FileContent(AssembledFile file, InputStream stream) {}
}
