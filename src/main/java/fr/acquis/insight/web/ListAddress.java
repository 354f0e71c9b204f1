package fr.acquis.insight.web;

import fr.acquis.insight.CaseList;
import fr.acquis.insight.CaseList.Shade;
import fr.acquis.insight.Law;
import fr.acquis.insight.Stage;
import fr.acquis.shared.BusinessRefusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list as an address names it. */
record ListAddress(
        @Nullable Kind list,
        @Nullable Law law,
        @Nullable String process,
        @Nullable String step,
        @Nullable Shade shade) {

    enum Kind {
        PROGRESS,
        LATE,
        SOON,
        BLOCKED,
        STAGE,
        STEP
    }

    static Map<String, Object> of(CaseList list) {
        Map<String, Object> address = new LinkedHashMap<>();
        switch (list) {
            case CaseList.InProgress all -> address.put("list", Kind.PROGRESS);
            case CaseList.LateByLaw late -> put(address, Kind.LATE, late.law());
            case CaseList.DueSoon soon -> put(address, Kind.SOON, soon.law());
            case CaseList.Blocked blocked -> address.put("list", Kind.BLOCKED);
            case CaseList.OfStage stage -> {
                address.put("list", Kind.STAGE);
                address.put("process", stage.stage().process());
            }
            case CaseList.OnStep on -> {
                address.put("list", Kind.STEP);
                address.put("process", on.process());
                address.put("step", on.element());
                if (on.shade() != Shade.ALL) {
                    address.put("shade", on.shade());
                }
            }
        }
        return address;
    }

    private static void put(Map<String, Object> address, Kind kind, @Nullable Law law) {
        address.put("list", kind);
        if (law != null) {
            address.put("law", law);
        }
    }

    CaseList toList() {
        return switch (list == null ? Kind.PROGRESS : list) {
            case PROGRESS -> new CaseList.InProgress();
            case LATE -> new CaseList.LateByLaw(law);
            case SOON -> new CaseList.DueSoon(law);
            case BLOCKED -> new CaseList.Blocked();
            case STAGE -> new CaseList.OfStage(stage());
            case STEP ->
                new CaseList.OnStep(stage().process(), step == null ? "" : step, shade == null ? Shade.ALL : shade);
        };
    }

    private Stage stage() {
        return Stage.of(process == null ? "" : process)
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "insight.refused.no-step"));
    }
}
