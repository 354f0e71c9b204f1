package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.DecisionEvaluationResult;
import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of recevabilité, evaluated by the engine's own decision engine. */
@Tag("fast")
@Tag("models")
class AdmissibilityRulesTest {

    private static final DecisionEngine ENGINE = DecisionEngineFactory.createDecisionEngine();
    private static final ParsedDecisionRequirementsGraph RULES = rules();

    /** A request nothing can be said against. */
    private static final Map<String, Object> CLEAR = Map.of(
            "piecesMissing",
            0,
            "piecesUnreadable",
            0,
            "certificationOpen",
            true,
            "registrationExpired",
            false,
            "standardRenewed",
            false,
            "filingLimitExceeded",
            false,
            "minimumHoursReached",
            "NOT_REQUIRED",
            "activitiesInDirectRelation",
            "YES",
            "periodsInconsistent",
            0,
            "pendingIdentityQuestion",
            false);

    record Proposal(String proposal, List<String> reasons) {}

    @Test
    void a_clear_request_is_proposed_for_admission_without_a_reason() {
        assertThat(proposalFor(CLEAR)).isEqualTo(new Proposal("RECEVABLE", List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "piecesMissing, 1, PIECE_MISSING, A_COMPLETER",
        "piecesMissing, 7, PIECE_MISSING, A_COMPLETER",
        "piecesUnreadable, 1, PIECE_UNREADABLE, A_COMPLETER",
        "certificationOpen, false, CERTIFICATION_NOT_OPEN, A_EXAMINER",
        "registrationExpired, true, REGISTRATION_EXPIRED, A_EXAMINER",
        "standardRenewed, true, STANDARD_RENEWED, RECEVABLE",
        "filingLimitExceeded, true, FILING_LIMIT_EXCEEDED, A_EXAMINER",
        "minimumHoursReached, NO, MINIMUM_HOURS_NOT_REACHED, A_EXAMINER",
        "activitiesInDirectRelation, PARTLY, EXPERIENCE_PARTLY_RELATED, A_EXAMINER",
        "activitiesInDirectRelation, NO, EXPERIENCE_NOT_RELATED, A_EXAMINER",
        "activitiesInDirectRelation, UNKNOWN, EXPERIENCE_TO_EXAMINE, A_EXAMINER",
        "periodsInconsistent, 2, PERIODS_INCONSISTENT, A_EXAMINER",
        "pendingIdentityQuestion, true, IDENTITY_TO_CHECK, A_EXAMINER",
    })
    void one_fact_gives_one_reason_and_its_proposal(String fact, String value, String reason, String proposal) {
        assertThat(proposalFor(with(fact, valueOf(value)))).isEqualTo(new Proposal(proposal, List.of(reason)));
    }

    @ParameterizedTest
    @CsvSource({"minimumHoursReached, YES", "minimumHoursReached, NOT_REQUIRED", "activitiesInDirectRelation, YES"})
    void a_favourable_answer_gives_no_reason(String fact, String value) {
        assertThat(proposalFor(with(fact, value)).reasons()).isEmpty();
    }

    @Test
    void every_reason_is_gathered_in_the_order_of_the_table() {
        assertThat(proposalFor(Map.of(
                        "piecesMissing",
                        2,
                        "piecesUnreadable",
                        1,
                        "certificationOpen",
                        false,
                        "registrationExpired",
                        true,
                        "standardRenewed",
                        true,
                        "filingLimitExceeded",
                        true,
                        "minimumHoursReached",
                        "NO",
                        "activitiesInDirectRelation",
                        "NO",
                        "periodsInconsistent",
                        3,
                        "pendingIdentityQuestion",
                        true)))
                .isEqualTo(new Proposal(
                        "A_EXAMINER",
                        List.of(
                                "PIECE_MISSING",
                                "PIECE_UNREADABLE",
                                "CERTIFICATION_NOT_OPEN",
                                "REGISTRATION_EXPIRED",
                                "STANDARD_RENEWED",
                                "FILING_LIMIT_EXCEEDED",
                                "MINIMUM_HOURS_NOT_REACHED",
                                "EXPERIENCE_NOT_RELATED",
                                "PERIODS_INCONSISTENT",
                                "IDENTITY_TO_CHECK")));
    }

    @Test
    void no_piece_is_asked_for_while_the_request_itself_is_in_doubt() {
        Map<String, Object> facts = with("piecesMissing", 1);
        facts.put("certificationOpen", false);
        assertThat(proposalFor(facts).proposal()).isEqualTo("A_EXAMINER");
    }

    @Test
    void an_incomplete_file_is_completed_before_its_experience_is_examined() {
        Map<String, Object> facts = with("piecesMissing", 1);
        facts.put("activitiesInDirectRelation", "UNKNOWN");
        facts.put("filingLimitExceeded", true);
        assertThat(proposalFor(facts))
                .isEqualTo(new Proposal(
                        "A_COMPLETER", List.of("PIECE_MISSING", "FILING_LIMIT_EXCEEDED", "EXPERIENCE_TO_EXAMINE")));
    }

    @Test
    void a_fact_nobody_established_never_leads_to_a_favourable_proposal() {
        for (String fact : CLEAR.keySet()) {
            Map<String, Object> facts = new HashMap<>(CLEAR);
            facts.remove(fact);
            assertThat(proposalFor(facts))
                    .as("without " + fact)
                    .isEqualTo(new Proposal("A_EXAMINER", List.of("FACT_MISSING")));
        }
    }

    @Property(tries = 300)
    @net.jqwik.api.Tag("fast")
    @net.jqwik.api.Tag("models")
    void whatever_the_facts_the_rules_propose_and_never_refuse(@ForAll("facts") Map<String, Object> facts) {
        Proposal proposal = proposalFor(facts);
        assertThat(proposal.proposal()).isIn("RECEVABLE", "A_COMPLETER", "A_EXAMINER");
        assertThat(proposal.reasons()).doesNotContainNull().doesNotHaveDuplicates();
        assertThat("RECEVABLE".equals(proposal.proposal()))
                .isEqualTo(List.of("STANDARD_RENEWED").containsAll(proposal.reasons()));
    }

    @Provide
    Arbitrary<Map<String, Object>> facts() {
        Arbitrary<Integer> count = Arbitraries.integers().between(0, 2);
        Arbitrary<Boolean> yesOrNo = Arbitraries.of(true, false);
        Arbitrary<List<Boolean>> answers = yesOrNo.list().ofSize(5);
        return Combinators.combine(
                        count.list().ofSize(3),
                        answers,
                        Arbitraries.of("YES", "NO", "NOT_REQUIRED"),
                        Arbitraries.of("YES", "PARTLY", "NO", "UNKNOWN"))
                .as((counts, given, hours, relation) -> Map.of(
                        "piecesMissing", counts.get(0),
                        "piecesUnreadable", counts.get(1),
                        "periodsInconsistent", counts.get(2),
                        "certificationOpen", given.get(0),
                        "registrationExpired", given.get(1),
                        "standardRenewed", given.get(2),
                        "filingLimitExceeded", given.get(3),
                        "pendingIdentityQuestion", given.get(4),
                        "minimumHoursReached", hours,
                        "activitiesInDirectRelation", relation));
    }

    private static Proposal proposalFor(Map<String, Object> facts) {
        DecisionEvaluationResult result =
                ENGINE.evaluateDecisionById(RULES, "admissibility-proposal", new VariablesContext(facts));
        assertThat(result.isFailure()).as(result.getFailureMessage()).isFalse();
        try {
            return new ObjectMapper().readValue(MsgPackConverter.convertToJson(result.getOutput()), Proposal.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> with(String fact, Object value) {
        Map<String, Object> facts = new HashMap<>(CLEAR);
        assertThat(facts).containsKey(fact);
        facts.put(fact, value);
        return facts;
    }

    private static Object valueOf(String text) {
        return switch (text) {
            case "true", "false" -> Boolean.valueOf(text);
            default -> text.matches("\\d+") ? Integer.valueOf(text) : text;
        };
    }

    private static ParsedDecisionRequirementsGraph rules() {
        try (InputStream file = Files.newInputStream(ModelFiles.PROCESSES.resolve("admissibility-rules.dmn"))) {
            ParsedDecisionRequirementsGraph rules = ENGINE.parse(file);
            assertThat(rules.isValid()).as(rules.getFailureMessage()).isTrue();
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
