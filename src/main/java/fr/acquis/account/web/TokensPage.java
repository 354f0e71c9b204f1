package fr.acquis.account.web;

import fr.acquis.account.web.TokenForm.Lifetime;
import fr.acquis.account.web.TokenForm.Rights;
import fr.acquis.identity.Role;
import fr.acquis.identity.Token;
import fr.acquis.identity.TokenId;
import fr.acquis.identity.Tokens;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Flash;
import fr.acquis.shell.NavigationEntry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Jetons d'accès: made, shown once, ended. */
@Controller
class TokensPage {

    private final Tokens tokens;
    private final MessageSource messages;
    private final Clock clock;

    TokensPage(Tokens tokens, MessageSource messages, Clock clock) {
        this.tokens = tokens;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/tokens")
    String show(Model model, Locale locale) {
        model.addAttribute("form", TokenForm.BLANK);
        return page(model, locale);
    }

    /** Answered without a redirect: the secret stands in this answer and nowhere else, no session keeps it. */
    @PostMapping("/tokens")
    String make(
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(model, locale);
        }
        Tokens.Issued issued = tokens.issue(form.name(), form.lifetime().duration(), form.rights() == Rights.READ);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("issued", issued);
        // An empty form again: pressing the button twice must not make a second token of the same name.
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", TokenForm.BLANK);
        return page(model, locale);
    }

    @PostMapping("/tokens/{id}/revocation")
    String revoke(@PathVariable UUID id, RedirectAttributes next) {
        tokens.revoke(new TokenId(id));
        Flash.ok("account.token.revoked").on(next);
        return "redirect:/tokens";
    }

    private String page(Model model, Locale locale) {
        model.addAttribute("tokens", tokens.mine().stream().map(this::row).toList());
        model.addAttribute(
                "lifetimes",
                Arrays.stream(Lifetime.values())
                        .map(one -> Choice.of(
                                one.name(),
                                messages.getMessage("account.token.days", new Object[] {one.days()}, locale)))
                        .toList());
        model.addAttribute("rights", List.of(choice(Rights.READ, locale), choice(Rights.ALL, locale)));
        return "account/tokens";
    }

    private Choice choice(Rights rights, Locale locale) {
        String key = "account.token.rights." + rights;
        return new Choice(
                rights.name(),
                messages.getMessage(key, null, locale),
                messages.getMessage(key + ".hint", null, locale));
    }

    private TokenRow row(Token token) {
        return new TokenRow(token, token.opens(clock.instant()));
    }

    record TokenRow(Token token, boolean open) {}

    @Bean
    static NavigationEntry tokensEntry() {
        return NavigationEntry.account(10, "account.tokens", "key-round", "/tokens", Role.values());
    }
}
