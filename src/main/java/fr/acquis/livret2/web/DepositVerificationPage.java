package fr.acquis.livret2.web;

import fr.acquis.livret2.DepositVerification;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Open to anybody who types the hash that stands on a receipt. */
@Controller
class DepositVerificationPage {

    /** A hash with as many spaces again. */
    private static final int LONGEST = 130;

    private final DepositVerification verification;

    DepositVerificationPage(DepositVerification verification) {
        this.verification = verification;
    }

    @GetMapping("/verification/deposit")
    String verify(@RequestParam(defaultValue = "") String hash, Model model) {
        model.addAttribute("hash", hash.length() > LONGEST ? "" : hash);
        model.addAttribute("asked", !hash.isBlank());
        model.addAttribute("findings", hash.length() > LONGEST ? List.of() : verification.of(hash));
        return "livret2/verification";
    }
}
