package fr.acquis.exchange;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.exchange.store.MessageRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import org.springframework.stereotype.Service;

/** Takes a message back with its files, whose contents leave the store once the words are gone. */
@Service
public class TakingBack {

    private final MessageWriting writing;
    private final MessageFiles files;
    private final MessageRows messages;

    TakingBack(MessageWriting writing, MessageFiles files, MessageRows messages) {
        this.writing = writing;
        this.files = files;
        this.messages = messages;
    }

    /** @param reason said of the withdrawn pieces */
    public void of(JourneyId id, MessageId message, String reason) {
        for (EvidenceId file : writing.withdraw(id, message)) {
            files.withdraw(id, file, reason);
        }
    }

    public Message.Kind kind(MessageId message) {
        return messages.find(message)
                .map(Message::kind)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "exchange.refused.unknown"));
    }
}
