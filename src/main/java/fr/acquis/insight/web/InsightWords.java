package fr.acquis.insight.web;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.Regulations;
import fr.acquis.insight.CaseList;
import fr.acquis.insight.Law;
import fr.acquis.insight.Stage;
import fr.acquis.insight.Steps;
import fr.acquis.workflow.ModelStep;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Figures, steps and lists in the reader's words. */
@Component("insightWords")
class InsightWords {

    private final MessageSourceAccessor messages;
    private final Steps steps;
    private final Regulations regulations;

    InsightWords(MessageSource messages, Steps steps, Regulations regulations) {
        this.messages = new MessageSourceAccessor(messages);
        this.steps = steps;
        this.regulations = regulations;
    }

    public String say(String key, Object... values) {
        return messages.getMessage(key, values);
    }

    public String step(ModelStep step) {
        return say(Steps.messageKey(step));
    }

    /** A column's number, of one row. */
    public String of(String column, String name) {
        return say("insight.of", say("insight.column." + column), name);
    }

    public String days(long days) {
        return say("insight.days", days);
    }

    /** In the largest unit that says it, without a rest. */
    String lasting(Duration time) {
        if (time.toDays() > 0) {
            return days(time.toDays());
        }
        return time.toHours() > 0
                ? say("insight.hours", time.toHours())
                : say("insight.minutes", Math.max(0, time.toMinutes()));
    }

    /** A limit of the règlement with its source; of each case's own where several certifications are looked at together. */
    Map<Law, String> limits(@Nullable CertificationId certification, LocalDate today) {
        Map<Law, String> limits = new EnumMap<>(Law.class);
        Regulation regulation = certification == null ? null : regulations.on(certification, today);
        for (Law law : Law.values()) {
            limits.put(
                    law,
                    regulation == null
                            ? say("insight.limit.own", period(law.limit().byDefault()))
                            : say(
                                    "insight.limit",
                                    period(regulation.value(law.limit())),
                                    regulation.rule(law.limit()).source()));
        }
        return limits;
    }

    private String period(Period period) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Integer> part : List.of(
                Map.entry("certification.years", period.getYears()),
                Map.entry("certification.months", period.getMonths()),
                Map.entry("certification.days", period.getDays()))) {
            if (part.getValue() != 0) {
                parts.add(say(part.getKey(), part.getValue()));
            }
        }
        return String.join(say("certification.period.and"), parts);
    }

    String title(CaseList list) {
        return switch (list) {
            case CaseList.InProgress all -> say("insight.number.progress");
            case CaseList.LateByLaw late -> ofLaw("insight.number.late", late.law());
            case CaseList.DueSoon soon -> ofLaw("insight.number.soon", soon.law());
            case CaseList.Blocked blocked -> say("insight.number.blocked");
            case CaseList.OfStage stage -> say(stage.stage().messageKey());
            case CaseList.OnStep on ->
                steps.find(on.process() + "/" + on.element())
                        .map(step -> on.shade() == CaseList.Shade.ALL
                                ? step(step)
                                : say("insight.list.shade." + on.shade(), step(step)))
                        .orElse("—");
        };
    }

    private String ofLaw(String key, @Nullable Law law) {
        return law == null ? say(key) : say("insight.list.of-law", say(key), say(law.messageKey()));
    }

    String definition(CaseList list) {
        return switch (list) {
            case CaseList.InProgress all -> say("insight.number.progress.means");
            case CaseList.LateByLaw late -> say("insight.number.late.means");
            case CaseList.DueSoon soon -> say("insight.number.soon.means");
            case CaseList.Blocked blocked -> say("insight.number.blocked.means");
            case CaseList.OfStage stage -> say("insight.list.stage.means");
            case CaseList.OnStep on ->
                say(
                        "insight.list.step.means." + on.shade(),
                        Stage.of(on.process())
                                .map(stage -> say(stage.messageKey()))
                                .orElse("—"));
        };
    }
}
