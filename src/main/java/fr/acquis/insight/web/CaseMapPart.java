package fr.acquis.insight.web;

import fr.acquis.identity.SignedIn;
import fr.acquis.insight.CaseMaps;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way from a case to its map. */
@Component
class CaseMapPart implements CasePart {

    private final CaseMaps maps;
    private final InsightWords words;

    CaseMapPart(CaseMaps maps, InsightWords words) {
        this.maps = maps;
        this.words = words;
    }

    @Override
    public List<Page> pages(Journey journey, SignedIn reader) {
        return maps.opensTo(journey, reader)
                ? List.of(new Page(60, words.say("insight.case-map.tab"), CaseMapPage.address(journey.id()), 0))
                : List.of();
    }
}
