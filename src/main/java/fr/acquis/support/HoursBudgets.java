package fr.acquis.support;

import fr.acquis.certification.Regulation;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.SupportParameters;
import fr.acquis.journey.Journey;
import fr.acquis.support.Support.Place;
import fr.acquis.support.store.AgreementRows;
import fr.acquis.support.store.PlannedSessionRows;
import fr.acquis.support.store.SupportRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the hours of a support against what was agreed, by the rules of the case's own règlement. */
@Component
@Transactional(readOnly = true)
public class HoursBudgets {

    private final AgreementRows agreements;
    private final PlannedSessionRows planned;
    private final SupportRows supports;
    private final Regulations regulations;

    HoursBudgets(AgreementRows agreements, PlannedSessionRows planned, SupportRows supports, Regulations regulations) {
        this.agreements = agreements;
        this.planned = planned;
        this.supports = supports;
        this.regulations = regulations;
    }

    public HoursBudget of(Journey journey) {
        Regulation rules = regulations.on(journey.certification(), journey.regulationOn());
        List<SupportSession> held = supports.sessions(journey.id());
        return new HoursBudget(
                agreements.all(journey.id()).stream()
                        .filter(SupportAgreement::isSigned)
                        .map(agreement -> agreement.terms().hours())
                        .findFirst()
                        .orElse(null),
                sum(held, session -> true),
                planned.planned(journey.id()).stream()
                        .map(PlannedSession::hours)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                sum(held, SupportSession::isDisputed),
                sum(held, session -> session.place() == Place.REMOTE),
                rules.value(SupportParameters.HOURS_WARNING_PERCENT),
                rules.value(SupportParameters.REMOTE_SHARE_PERCENT));
    }

    private static BigDecimal sum(List<SupportSession> held, Predicate<SupportSession> which) {
        return held.stream().filter(which).map(SupportSession::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
