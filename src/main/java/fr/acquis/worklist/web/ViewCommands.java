package fr.acquis.worklist.web;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shell.Command;
import fr.acquis.shell.Commands;
import fr.acquis.worklist.SavedViews;
import fr.acquis.worklist.View;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lists and saved views in the palette. */
@Component
class ViewCommands implements Commands {

    private final SavedViews views;
    private final MessageSource messages;

    ViewCommands(SavedViews views, MessageSource messages) {
        this.views = views;
        this.messages = messages;
    }

    @Override
    public List<Command> of(SignedIn person, Locale locale) {
        if (!person.isStaff() && !person.is(Role.JUROR)) {
            return List.of();
        }
        String list = messages.getMessage("worklist.nav", null, locale);
        return Stream.concat(
                        Arrays.stream(View.values())
                                .map(view -> new Command(
                                        list + " · " + messages.getMessage(view.messageKey(), null, locale),
                                        "/worklist?view=" + view)),
                        views.all().stream()
                                .map(view -> new Command(
                                        messages.getMessage("worklist.views.one", new Object[] {view.name()}, locale),
                                        "/worklist/views/" + view.id())))
                .toList();
    }
}
