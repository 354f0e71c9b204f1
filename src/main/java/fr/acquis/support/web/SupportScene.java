package fr.acquis.support.web;

import fr.acquis.certification.Certifications;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.CaseTabs;
import fr.acquis.journey.Journey;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Crumb;
import fr.acquis.support.SupportAccess;
import fr.acquis.support.SupportAccess.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of a case's support begins with: who reads it, whose case it is, the way back. */
@Component
class SupportScene {

    private final SupportAccess access;
    private final Certifications certifications;
    private final People people;
    private final CaseTabs tabs;
    private final MessageSource messages;

    SupportScene(
            SupportAccess access, Certifications certifications, People people, CaseTabs tabs, MessageSource messages) {
        this.access = access;
        this.certifications = certifications;
        this.people = people;
        this.tabs = tabs;
        this.messages = messages;
    }

    /** @param here the message key of the page's own crumb; null on the page of the support itself */
    View open(JourneyId id, Model model, Locale locale, @Nullable String here) {
        View view = access.read(id);
        Journey journey = view.journey();
        model.addAttribute("view", view);
        model.addAttribute("journey", journey);
        model.addAttribute("base", "/journeys/" + journey.id() + "/support");
        model.addAttribute(
                "certification", certifications.get(journey.certification()).title());
        model.addAttribute("candidate", name(journey.candidate()));
        model.addAttribute(
                "adviser",
                view.support().adviser() == null ? null : name(view.support().adviser()));
        model.addAttribute(
                "tabs", tabs.of(journey, view.reader(), "/journeys/" + journey.id() + "/support/follow-up", locale));
        model.addAttribute("crumbs", crumbs(view, locale, here));
        return view;
    }

    private List<Crumb> crumbs(View view, Locale locale, @Nullable String here) {
        String path = "/journeys/" + view.journey().id();
        String follow = messages.getMessage("support.follow", null, locale);
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(
                view.own()
                        ? new Crumb(messages.getMessage("journey.mine", null, locale), "/journeys")
                        : new Crumb(
                                messages.getMessage(view.office() ? "journey.cases" : "support.nav", null, locale),
                                view.office() ? "/worklist" : "/support"));
        crumbs.add(new Crumb(view.journey().caseNumber(), path));
        if (here == null) {
            crumbs.add(Crumb.here(follow));
        } else {
            crumbs.add(new Crumb(follow, path + "/support/follow-up"));
            crumbs.add(Crumb.here(messages.getMessage(here, null, locale)));
        }
        return crumbs;
    }

    String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }
}
