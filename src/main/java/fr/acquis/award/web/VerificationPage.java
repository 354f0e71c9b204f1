package fr.acquis.award.web;

import fr.acquis.award.Verification;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Open to anybody: an employer types what stands on the document and reads whether it is ours. */
@Controller
class VerificationPage {

    private final Verification verification;

    VerificationPage(Verification verification) {
        this.verification = verification;
    }

    @GetMapping("/verification")
    String verify(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String born,
            Model model) {
        LocalDate birthDate = day(born);
        model.addAttribute("number", number);
        model.addAttribute("code", code);
        model.addAttribute("born", born);
        model.addAttribute("asked", !number.isBlank() && !code.isBlank());
        model.addAttribute("named", birthDate != null);
        model.addAttribute(
                "finding",
                number.isBlank() || code.isBlank() || number.length() > 40 || code.length() > 40
                        ? null
                        : verification.of(number, code, birthDate).orElse(null));
        return "award/verification";
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
