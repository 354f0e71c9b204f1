package fr.acquis.identity.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.DemonstrationAccounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    private final CurrentPerson current;
    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final ObjectProvider<DemonstrationAccounts> demonstration;

    SignInPage(
            CurrentPerson current,
            ObjectProvider<ClientRegistrationRepository> registrations,
            ObjectProvider<DemonstrationAccounts> demonstration) {
        this.current = current;
        this.registrations = registrations;
        this.demonstration = demonstration;
    }

    @GetMapping("/login")
    String show(Model model) {
        if (current.find().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("oidcRegistrations", identityProviders());
        DemonstrationAccounts accounts = demonstration.getIfAvailable();
        model.addAttribute("demonstrationAccounts", accounts == null ? List.of() : accounts.accounts());
        return "identity/login";
    }

    private Map<String, String> identityProviders() {
        Map<String, String> names = new LinkedHashMap<>();
        ClientRegistrationRepository known = registrations.getIfAvailable();
        if (known instanceof IdentityProvider provider) {
            names.put(IdentityProvider.ID, provider.name());
        }
        if (known instanceof Iterable<?> all) {
            for (Object one : all) {
                if (one instanceof ClientRegistration registration) {
                    names.put(registration.getRegistrationId(), registration.getClientName());
                }
            }
        }
        return names;
    }
}
