package fr.acquis.devservices.demonstration;

import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.award.Appeals;
import fr.acquis.award.Closings;
import fr.acquis.award.Deliveries;
import fr.acquis.award.NextSteps;
import fr.acquis.certification.Certifications;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.Evidences;
import fr.acquis.exchange.MessageWriting;
import fr.acquis.forms.FormTasks;
import fr.acquis.identity.People;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.Deliberations;
import fr.acquis.jury.Evaluations;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.JurySessions;
import fr.acquis.jury.Panels;
import fr.acquis.jury.SessionPublication;
import fr.acquis.jury.WorkplaceAssessments;
import fr.acquis.livret2.Deposits;
import fr.acquis.livret2.Reviews;
import fr.acquis.livret2.Writing;
import fr.acquis.support.Attendances;
import fr.acquis.support.SupportAgreements;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.Supports;
import fr.acquis.training.TrainingPlans;
import fr.acquis.training.TrainingProgress;
import fr.acquis.workflow.EngineState;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.javacrumbs.shedlock.core.LockProvider;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The demonstration, its clock and its drivers; {@code acquis.demonstration.only} names the journeys of a smaller one. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "acquis.demonstration", havingValue = "on")
public class DemonstrationConfiguration {

    @Bean
    @Primary
    BusinessClock businessClock() {
        return new BusinessClock(Clock.system(ZoneId.of("Europe/Paris")));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Register demonstrationRegister(JdbcClient database) {
        return new Register(database);
    }

    @Bean
    JourneyTimes journeyTimes(BusinessClock clock, Register register) {
        JourneyTimes times = new JourneyTimes(clock);
        register.recall(times);
        return times;
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor timedWorkers(ObjectProvider<BusinessClock> clock, ObjectProvider<JourneyTimes> times) {
        return TimedWorkers.advisor(clock, times);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor heldCommands(ObjectProvider<BusinessClock> clock, ObjectProvider<JourneyTimes> times) {
        return HeldCommands.advisor(clock, times);
    }

    /** Letters and mails that follow an act are written at its time. */
    @Bean
    TaskDecorator timeOfTheAct(BusinessClock clock) {
        return task -> {
            Duration back = clock.back();
            return () -> clock.during(back, task);
        };
    }

    @Bean
    Cast cast(ActingAs as, People people, SupportBodies bodies, TransactionTemplate transaction) {
        return new Cast(as, people, bodies, transaction);
    }

    @Bean
    Acting acting(ActingAs as, Worklist worklist, Journeys journeys, FormTasks forms, BusinessClock clock) {
        return new Acting(as, worklist, journeys, forms, clock);
    }

    @Bean
    FilingDeeds filingDeeds(
            Acting acting,
            Cast cast,
            Journeys journeys,
            Livret1s livrets,
            Decisions decisions,
            Evidences evidences,
            Certifications certifications,
            Processes processes,
            TransactionTemplate transaction) {
        return new FilingDeeds(
                acting, cast, journeys, livrets, decisions, evidences, certifications, processes, transaction);
    }

    @Bean
    SupportDeeds supportDeeds(
            Acting acting, Cast cast, Supports supports, SupportAgreements agreements, Attendances attendances) {
        return new SupportDeeds(acting, cast, supports, agreements, attendances);
    }

    @Bean
    ExchangeDeeds exchangeDeeds(Acting acting, Cast cast, MessageWriting writing, TransactionTemplate transaction) {
        return new ExchangeDeeds(acting, cast, writing, transaction);
    }

    @Bean
    WritingDeeds writingDeeds(
            Acting acting,
            Cast cast,
            FilingDeeds filing,
            Evidences evidences,
            AcquiredBlocks blocks,
            Writing writing,
            Reviews reviews,
            Deposits deposits) {
        return new WritingDeeds(acting, cast, filing, evidences, blocks, writing, reviews, deposits);
    }

    @Bean
    SessionsOfTheDay sessionsOfTheDay(
            Acting acting,
            Cast cast,
            JurySessions sessions,
            Panels panels,
            SessionPublication publication,
            JuryHearings hearings,
            BusinessClock clock) {
        return new SessionsOfTheDay(acting, cast, sessions, panels, publication, hearings, clock);
    }

    @Bean
    JuryDeeds juryDeeds(
            Acting acting,
            Cast cast,
            FilingDeeds filing,
            SessionsOfTheDay days,
            JuryHearings hearings,
            WorkplaceAssessments assessments,
            Certifications certifications,
            Evaluations evaluations,
            Deliberations deliberations,
            Worklist worklist) {
        return new JuryDeeds(
                acting,
                cast,
                filing,
                days,
                hearings,
                assessments,
                certifications,
                evaluations,
                deliberations,
                worklist);
    }

    @Bean
    AwardDeeds awardDeeds(
            Acting acting,
            Cast cast,
            NextSteps steps,
            TrainingPlans plans,
            TrainingProgress progress,
            Appeals appeals,
            Closings closings,
            Deliveries deliveries) {
        return new AwardDeeds(acting, cast, steps, plans, progress, appeals, closings, deliveries);
    }

    @Bean
    Demonstration demonstration(
            FilingDeeds filing,
            SupportDeeds support,
            ExchangeDeeds exchange,
            WritingDeeds writing,
            JuryDeeds jury,
            AwardDeeds award,
            Cast cast,
            Acting acting,
            JourneyTimes times,
            Register register,
            BusinessClock clock,
            EngineState engine,
            LockProvider locks,
            @Value("${acquis.demonstration.only:}") Set<String> only) {
        List<Storyline> lines = Storylines.all(new Paths(filing, support, exchange, writing, jury, award)).stream()
                .filter(line -> only.isEmpty() || only.contains(line.name()))
                .toList();
        return new Demonstration(lines, cast, acting, times, register, clock, engine, locks);
    }

    /** The first page can be asked for from here on. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> demonstrationBegins(Demonstration demonstration) {
        return ready -> demonstration.begin();
    }
}
