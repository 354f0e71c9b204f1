package fr.acquis.devservices.camunda;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.intent.Intent;
import org.agrona.DirectBuffer;

/** What the engine did with a command it carried out: the key, the event, and the event's value in its own bytes. */
public record Answer(long key, Intent intent, DirectBuffer value) {

    public <T extends UnifiedRecordValue> T as(T record) {
        record.wrap(value);
        return record;
    }
}
