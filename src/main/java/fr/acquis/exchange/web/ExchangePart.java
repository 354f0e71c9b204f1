package fr.acquis.exchange.web;

import fr.acquis.exchange.Exchanges;
import fr.acquis.exchange.Message;
import fr.acquis.exchange.Seats;
import fr.acquis.exchange.Side;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The way from a case to what is written about it. */
@Component
class ExchangePart implements CasePart {

    private final Seats seats;
    private final Exchanges exchanges;
    private final MessageSource messages;

    ExchangePart(Seats seats, Exchanges exchanges, MessageSource messages) {
        this.seats = seats;
        this.exchanges = exchanges;
        this.messages = messages;
    }

    @Override
    public List<Page> pages(Journey journey, SignedIn reader) {
        Optional<Side> side = seats.side(journey, reader);
        if (side.isEmpty() || journey.submittedAt() == null) {
            return List.of();
        }
        Map<Message.Kind, Integer> unread = exchanges.unread(journey.id());
        List<Page> pages = new ArrayList<>();
        pages.add(page(50, Message.Kind.MESSAGE, journey, unread));
        if (side.get().readsNotes()) {
            pages.add(page(51, Message.Kind.NOTE, journey, unread));
        }
        return pages;
    }

    private Page page(int order, Message.Kind kind, Journey journey, Map<Message.Kind, Integer> unread) {
        return new Page(
                order,
                messages.getMessage("exchange.tab." + kind, null, LocaleContextHolder.getLocale()),
                ThreadModel.base(journey.id(), kind),
                unread.getOrDefault(kind, 0));
    }
}
