package fr.acquis.shell.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.shell.Command;
import fr.acquis.shell.Commands;
import fr.acquis.shell.NavigationEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the palette leads; the verbs of a page are found by its script. */
@Controller
class PalettePage {

    private final List<NavigationEntry> entries;
    private final List<Commands> rooms;
    private final CurrentPerson current;
    private final MessageSource messages;

    PalettePage(List<NavigationEntry> entries, List<Commands> rooms, CurrentPerson current, MessageSource messages) {
        this.entries = entries;
        this.rooms = rooms;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/palette")
    String commands(Model model, Locale locale) {
        SignedIn person = current.get();
        Stream<Command> ways = entries.stream()
                .filter(entry -> entry.roles().stream().anyMatch(person::is))
                .map(entry -> new Command(messages.getMessage(entry.messageKey(), null, locale), entry.href()));
        Stream<Command> others = rooms.stream().flatMap(room -> room.of(person, locale).stream());
        model.addAttribute("commands", Stream.concat(ways, others).toList());
        return "shell/palette :: commands";
    }
}
