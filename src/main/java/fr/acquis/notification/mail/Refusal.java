package fr.acquis.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

/** What a failed try means: try again, or never. */
enum Refusal {
    /** No server answered. */
    UNREACHABLE("unreachable", false),
    /** The server did not take the mail, and did not call the address wrong. */
    PUT_OFF("put-off", false),
    /** The address or the mail is refused for good. */
    REFUSED("refused", true),
    /** The person has no address any more. */
    NO_ADDRESS("no-address", true),
    /** Tried for too long. */
    GIVEN_UP("given-up", true);

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
        List<SendFailedException> answers = causes.stream()
                .filter(SendFailedException.class::isInstance)
                .map(SendFailedException.class::cast)
                .toList();
        if (answers.isEmpty()) {
            return UNREACHABLE;
        }
        return answers.stream().anyMatch(Refusal::namesAnInvalidAddress) ? REFUSED : PUT_OFF;
    }

    /** The mail library sorts the server's answers: an address refused for good is invalid, one refused for now is not. */
    private static boolean namesAnInvalidAddress(SendFailedException answer) {
        return answer.getInvalidAddresses() != null && answer.getInvalidAddresses().length > 0;
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
