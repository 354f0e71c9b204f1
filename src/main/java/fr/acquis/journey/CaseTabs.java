package fr.acquis.journey;

import fr.acquis.identity.SignedIn;
import fr.acquis.shell.Tab;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The pages of one case, as tabs over each of them. */
@Component
public class CaseTabs {

    private final ObjectProvider<CasePart> parts;
    private final MessageSource messages;

    CaseTabs(ObjectProvider<CasePart> parts, MessageSource messages) {
        this.parts = parts;
        this.messages = messages;
    }

    /** @param here the address of the page they stand over */
    public List<Tab> of(Journey journey, SignedIn reader, String here, Locale locale) {
        String synthesis = "/journeys/" + journey.id();
        Tab first = new Tab(
                messages.getMessage("journey.tab.synthesis", null, locale), synthesis, here.equals(synthesis), 0);
        List<Tab> others = parts.stream()
                .flatMap(part -> part.pages(journey, reader).stream())
                .sorted(Comparator.comparingInt(CasePart.Page::order))
                .map(page -> new Tab(page.label(), page.href(), page.href().equals(here), page.count()))
                .toList();
        return others.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
