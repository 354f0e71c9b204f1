package fr.acquis.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

/** What a failed try means: try again, or never (RFC 5321: 4xx is for now, 5xx is for good). */
enum Refusal {
    /** No server answered. */
    UNREACHABLE("unreachable", false),
    /** The server asks to come back, or refuses us rather than the mail. */
    PUT_OFF("put-off", false),
    /** The address or the mail is refused for good. */
    REFUSED("refused", true),
    /** The person has no address any more. */
    NO_ADDRESS("no-address", true),
    /** Tried for too long. */
    GIVEN_UP("given-up", true);

    /** Authentication and encryption demanded: our settings are wrong, not the mail. */
    private static final Set<Integer> OURS = Set.of(530, 534, 535, 538);

    private final String code;
    private final boolean permanent;

    Refusal(String code, boolean permanent) {
        this.code = code;
        this.permanent = permanent;
    }

    String code() {
        return code;
    }

    boolean permanent() {
        return permanent;
    }

    static Refusal of(MailException failure) {
        if (failure instanceof MailParseException) {
            return REFUSED;
        }
        List<Throwable> causes = causes(failure);
        if (causes.stream().anyMatch(AddressException.class::isInstance)) {
            return REFUSED;
        }
        return causes.stream()
                .map(Refusal::answer)
                .filter(answer -> answer > 0)
                .findFirst()
                .map(answer -> answer >= 500 && !OURS.contains(answer) ? REFUSED : PUT_OFF)
                .orElse(UNREACHABLE);
    }

    private static int answer(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSenderFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0;
        };
    }

    /** Innermost answers hang on several branches: cause, next, and the failed messages of a batch. */
    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> found = new ArrayList<>();
        gather(failure, seen, found);
        return found;
    }

    private static void gather(Throwable failure, Set<Throwable> seen, List<Throwable> found) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        if (failure instanceof MailSendException batch) {
            for (Exception one : batch.getMessageExceptions()) {
                gather(one, seen, found);
            }
        }
        if (failure instanceof MessagingException chained) {
            gather(chained.getNextException(), seen, found);
        }
        gather(failure.getCause(), seen, found);
        found.add(failure);
    }
}
