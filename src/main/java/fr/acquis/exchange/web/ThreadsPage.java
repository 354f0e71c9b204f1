package fr.acquis.exchange.web;

import fr.acquis.exchange.ExchangeSettings;
import fr.acquis.exchange.Exchanges;
import fr.acquis.exchange.Exchanges.Shown;
import fr.acquis.exchange.Side;
import fr.acquis.exchange.store.ThreadRows.After;
import fr.acquis.exchange.store.ThreadRows.Line;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.shell.Tab;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The threads of one's cases; for the body, first those where a candidate waits for a word. */
@Controller
@EnableConfigurationProperties(ExchangeSettings.class)
class ThreadsPage {

    private static final int PAGE = 50;
    private static final int EXCERPT = 140;

    private final Exchanges exchanges;
    private final CurrentPerson current;
    private final MessageSource messages;

    ThreadsPage(Exchanges exchanges, CurrentPerson current, MessageSource messages) {
        this.exchanges = exchanges;
        this.current = current;
        this.messages = messages;
    }

    /** @param excerpt the beginning of the last message; null when it was taken back */
    record Row(Line line, @Nullable String excerpt) {

        public String sideKey() {
            return Side.valueOf(line.lastSide()).messageKey();
        }
    }

    @GetMapping("/messages")
    String show(
            @RequestParam(required = false) @Nullable Shown show,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID last,
            Model model,
            Locale locale) {
        SignedIn me = current.get();
        boolean answers = Exchanges.answers(me);
        Shown shown = show == null ? answers ? Shown.AWAITING : Shown.ALL : show;
        List<Line> found = exchanges.threads(shown, at == null || last == null ? null : new After(at, last), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Line> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("rows", page.stream().map(ThreadsPage::row).toList());
        model.addAttribute("next", more ? next(shown, page.getLast()) : null);
        model.addAttribute("answers", answers);
        model.addAttribute("awaiting", shown == Shown.AWAITING);
        model.addAttribute("own", !answers && !me.is(Role.ADVISER));
        model.addAttribute("tabs", answers ? tabs(shown, locale) : List.of());
        return "exchange/threads";
    }

    private static Row row(Line line) {
        String last = line.last();
        if (last == null) {
            return new Row(line, null);
        }
        String flat = last.replaceAll("\\s+", " ");
        return new Row(line, flat.length() > EXCERPT ? flat.substring(0, EXCERPT) + "…" : flat);
    }

    private static String next(Shown shown, Line last) {
        Instant at = shown == Shown.AWAITING ? last.awaitsSince() : last.lastAt();
        return "/messages?show=" + shown + "&at=" + at + "&last=" + last.journey();
    }

    private List<Tab> tabs(Shown shown, Locale locale) {
        return Arrays.stream(Shown.values())
                .map(one -> new Tab(
                        messages.getMessage("exchange.show." + one, null, locale),
                        "/messages?show=" + one,
                        one == shown,
                        0))
                .toList();
    }

    @Bean
    static NavigationEntry messagesEntry(Exchanges exchanges) {
        return NavigationEntry.rail(
                        25,
                        "exchange.nav",
                        "message-circle",
                        "/messages",
                        Role.CANDIDATE,
                        Role.ADVISER,
                        Role.AGENT,
                        Role.MANAGER)
                .counting(exchanges::unread);
    }
}
