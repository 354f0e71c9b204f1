package fr.acquis.devservices.camunda;

import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/**
 * What the gateway asks of the engine.
 *
 * @param key of the thing commanded, or {@link #NO_KEY} where the engine gives it one
 * @param reference the caller's own number for the operation, 0 for none
 */
public record Command(long key, ValueType type, Intent intent, UnifiedRecordValue value, long reference) {

    public static final long NO_KEY = -1;

    public static Command of(ValueType type, Intent intent, UnifiedRecordValue value) {
        return new Command(NO_KEY, type, intent, value, 0);
    }

    public static Command of(long key, ValueType type, Intent intent, UnifiedRecordValue value) {
        return new Command(key, type, intent, value, 0);
    }

    public Command referencedBy(long operationReference) {
        return new Command(key, type, intent, value, operationReference);
    }

    RecordMetadata metadata() {
        RecordMetadata metadata = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(type)
                .intent(intent);
        return reference == 0 ? metadata : metadata.operationReference(reference);
    }
}
