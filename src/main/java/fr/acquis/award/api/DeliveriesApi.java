package fr.acquis.award.api;

import fr.acquis.award.CpneDecisions;
import fr.acquis.award.Deliveries;
import fr.acquis.award.Deliveries.Group;
import fr.acquis.award.Deliveries.Waiting;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.PageOf;
import fr.acquis.platform.api.Problems;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(
        name = "Deliveries",
        description = "The CPNE's: results of a session delivered at once, or one returned to the jury")
class DeliveriesApi {

    private final Deliveries deliveries;
    private final CpneDecisions decisions;
    private final Problems problems;

    DeliveriesApi(Deliveries deliveries, CpneDecisions decisions, Problems problems) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.problems = problems;
    }

    /** Results of one certification and one day. */
    record DeliveryGroup(
            UUID certification, String title, LocalDate resultOn, String cpneRole, String source, List<Row> rows) {

        static DeliveryGroup of(Group group) {
            return new DeliveryGroup(
                    group.certification().id().value(),
                    group.certification().title(),
                    group.resultOn(),
                    group.cpneRole(),
                    group.source(),
                    group.rows().stream().map(Row::of).toList());
        }

        /** @param holder who took it, when that is somebody else */
        record Row(
                UUID journey,
                String caseNumber,
                String candidate,
                List<String> blocks,
                LocalDate due,
                @Nullable String holder) {

            static Row of(Waiting waiting) {
                return new Row(
                        waiting.journey().id().value(),
                        waiting.journey().caseNumber(),
                        waiting.candidate(),
                        waiting.blocks().stream()
                                .map(Deliveries.BlockLine::code)
                                .toList(),
                        waiting.due(),
                        waiting.holder());
            }
        }
    }

    record DeliveryWish(@NotEmpty @Size(max = 200) List<@NotNull UUID> journeys) {}

    /** What became of one of them. */
    record DeliveryAnswer(UUID journey, String candidate, boolean done, String code, String detail) {}

    record Irregularity(
            @NotBlank @Size(max = CpneDecisions.LONGEST) String irregularity) {}

    @GetMapping("/api/v1/deliveries")
    @Operation(summary = "What waits for the CPNE, by certification and day of the result")
    PageOf<DeliveryGroup> waiting() {
        return new PageOf<>(deliveries.waiting().stream().map(DeliveryGroup::of).toList(), null);
    }

    @PostMapping("/api/v1/deliveries")
    @Operation(summary = "Delivers each by itself: one that cannot be does not hold back the others")
    PageOf<DeliveryAnswer> deliver(@Valid @RequestBody DeliveryWish wish, Locale locale) {
        // Each once, in its order: answers come in the order of what was asked.
        List<UUID> asked = List.copyOf(new LinkedHashSet<>(wish.journeys()));
        List<Deliveries.Answer> answers =
                deliveries.deliver(asked.stream().map(JourneyId::new).toList());
        return new PageOf<>(
                IntStream.range(0, asked.size())
                        .mapToObj(at -> answer(asked.get(at), answers.get(at), locale))
                        .toList(),
                null);
    }

    private DeliveryAnswer answer(UUID journey, Deliveries.Answer answer, Locale locale) {
        return new DeliveryAnswer(
                journey,
                answer.candidate(),
                answer.done(),
                answer.messageKey(),
                problems.words(answer.messageKey(), answer.values().toArray(), locale));
    }

    @PostMapping("/api/v1/deliveries/{journey}/irregularity")
    @Operation(summary = "Sends one result back to the jury for a reasoned irregularity")
    PageOf<DeliveryGroup> returnToJury(@PathVariable UUID journey, @Valid @RequestBody Irregularity wish) {
        decisions.returnToJury(new JourneyId(journey), wish.irregularity());
        return waiting();
    }
}
