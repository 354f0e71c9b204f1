package fr.acquis.devservices;

import fr.acquis.identity.Role;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import fr.acquis.shell.NavigationEntry;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the development mail server received: nobody's mailbox, everybody's here. */
@Controller
class ReceivedMailPages {

    private static final int SHOWN = 100;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final MessageSource messages;
    private final int port;

    ReceivedMailPages(MessageSource messages, @Value("${spring.mail.port}") int port) {
        this.messages = messages;
        this.port = port;
    }

    @GetMapping("/dev/mails")
    String list(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        List<MimeMessage> received = received();
        List<ReceivedMail> found = IntStream.iterate(received.size() - 1, n -> n >= 0, n -> n - 1)
                .mapToObj(n -> ReceivedMail.of(n, received.get(n)))
                .filter(mail -> mail.answers(words))
                .toList();
        model.addAttribute("mails", found.stream().limit(SHOWN).toList());
        model.addAttribute("found", found.size());
        model.addAttribute("words", words);
        model.addAttribute("elsewhere", System.getenv("ACQUIS_MAIL_HOST") != null);
        return "dev/mails";
    }

    @GetMapping("/dev/mails/{number}")
    String mail(@PathVariable int number, Model model) {
        ReceivedMail mail = find(number);
        model.addAttribute("mail", mail);
        model.addAttribute(
                "links",
                LINK.matcher(mail.text())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                messages.getMessage("demonstration.mails", null, LocaleContextHolder.getLocale()),
                                "/dev/mails"),
                        Crumb.here(mail.subject())));
        return "dev/mail";
    }

    /** What a mail program does: from whom it was sent to, to where it says, with what it quotes below. */
    @PostMapping("/dev/mails/{number}/answers")
    String answer(@PathVariable int number, @RequestParam String text, RedirectAttributes next)
            throws MessagingException {
        ReceivedMail mail = find(number);
        MimeMessage answer = new MimeMessage((Session) null);
        answer.setFrom(bare(mail.to()));
        answer.setRecipients(RecipientType.TO, bare(String.valueOf(mail.answersTo())));
        answer.setSubject("Re: " + mail.subject(), "UTF-8");
        answer.setText(
                text + "\n\nLe 27/11/2026 à 10:12, " + mail.from() + " a écrit :\n"
                        + mail.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n")),
                "UTF-8");
        MailServer.at(port).ifPresent(server -> server.deliver(answer));
        Flash.ok("demonstration.mail.answered").on(next);
        return "redirect:/dev/mails/" + number;
    }

    /** As a mail program shows it: its own styles, no script, nothing from elsewhere. */
    @GetMapping("/dev/mails/{number}/html")
    void html(@PathVariable int number, HttpServletResponse response) throws IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                        + " sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(find(number).html().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the name before it. */
    private static String bare(String address) {
        return address.replaceAll("(?s)^.*<|>.*$", "");
    }

    private List<MimeMessage> received() {
        return MailServer.at(port).map(MailServer::received).orElse(List.of());
    }

    private ReceivedMail find(int number) {
        List<MimeMessage> received = received();
        if (number < 0 || number >= received.size()) {
            throw new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "demonstration.mails.none");
        }
        return ReceivedMail.of(number, received.get(number));
    }

    @Bean
    static NavigationEntry receivedMails() {
        return NavigationEntry.rail(95, "demonstration.mails", "mail", "/dev/mails", Role.values());
    }
}
