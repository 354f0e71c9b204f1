package fr.acquis.insight.web;

import fr.acquis.certification.CertificationId;
import fr.acquis.insight.Selection;
import fr.acquis.insight.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the reader chose, as the address says it. */
record Filters(
        @Nullable UUID certification,
        @Nullable Integer filed,
        @Nullable Span over) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    Filters {
        filed = filed == null || filed < FIRST_YEAR || filed > LAST_YEAR ? null : filed;
        over = over == null ? Span.YEAR : over;
    }

    Selection selection() {
        return new Selection(certification == null ? null : new CertificationId(certification), filed, over);
    }

    boolean narrows() {
        return certification != null || filed != null;
    }

    /** Another page with the same choice. */
    String on(String path) {
        return on(path, Map.of());
    }

    String on(String path, Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        if (certification != null) {
            all.put("certification", certification);
        }
        if (filed != null) {
            all.put("filed", filed);
        }
        if (over != Span.YEAR) {
            all.put("over", over);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        all.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }
}
