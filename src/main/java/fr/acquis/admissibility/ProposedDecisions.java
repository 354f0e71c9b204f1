package fr.acquis.admissibility;

import fr.acquis.admissibility.ProposedDecision.Settlement;
import fr.acquis.admissibility.store.ProposalRows;
import fr.acquis.audit.Audit;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.journey.Journey;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that wait for a second person, where the case's règlement wants one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProposedDecisions {

    private final ProposalRows rows;
    private final Regulations regulations;
    private final Audit audit;
    private final Clock clock;

    ProposedDecisions(ProposalRows rows, Regulations regulations, Audit audit, Clock clock) {
        this.rows = rows;
        this.regulations = regulations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether such a decision on this case needs a second person, in its own règlement. */
    @Transactional(readOnly = true)
    boolean wantedFor(Journey journey, Outcome outcome) {
        return regulations
                .on(journey.certification(), journey.regulationOn())
                .value(RegulationParameters.FOUR_EYES)
                .asksFor(!outcome.admits());
    }

    @Transactional(readOnly = true)
    Optional<ProposedDecision> open(JourneyId journey) {
        return rows.of(journey).stream().filter(ProposedDecision::isOpen).findFirst();
    }

    @Transactional(readOnly = true)
    List<ProposedDecision> of(JourneyId journey) {
        return rows.of(journey);
    }

    ProposedDecision propose(
            JourneyId journey, Outcome outcome, @Nullable String comment, List<RefusalReason> reasons, PersonId by) {
        ProposedDecision proposal = new ProposedDecision(
                journey,
                rows.of(journey).size() + 1,
                outcome,
                Texts.blank(comment) ? null : comment.strip(),
                reasons,
                by,
                clock.instant(),
                null,
                null,
                null,
                null);
        rows.insert(proposal);
        audit.record(journey.value(), "propose-admissibility", Map.of("proposed", outcome.name()));
        return proposal;
    }

    void confirmed(JourneyId journey, PersonId by) {
        settle(journey, Settlement.CONFIRMED, by, null);
    }

    /** Back to whoever proposed it, with a word from a second person or by their own will. */
    ProposedDecision sendBack(JourneyId journey, PersonId by, @Nullable String note) {
        ProposedDecision proposal = open(journey)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "admissibility.refused.no-proposal"));
        boolean own = proposal.proposedBy().equals(by);
        if (!own && Texts.blank(note)) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.no-note");
        }
        settle(journey, own ? Settlement.WITHDRAWN : Settlement.SENT_BACK, by, Texts.blank(note) ? null : note.strip());
        return proposal;
    }

    /** Silence decided first. */
    void overtaken(JourneyId journey) {
        if (open(journey).isPresent()) {
            settle(journey, Settlement.OVERTAKEN, null, null);
        }
    }

    private void settle(JourneyId journey, Settlement how, @Nullable PersonId by, @Nullable String note) {
        rows.settle(journey, how, by, clock.instant(), note);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("settlement", how.name());
        audit.record(journey.value(), "settle-proposal", facts);
    }
}
