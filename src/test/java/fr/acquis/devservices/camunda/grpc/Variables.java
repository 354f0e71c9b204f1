package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.Refusal;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** JSON as the caller writes it, MessagePack as the engine keeps it. */
final class Variables {

    private Variables() {}

    static DirectBuffer packed(String json) {
        try {
            return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(json.isBlank() ? "{}" : json));
        } catch (RuntimeException notJson) {
            Throwable cause = notJson.getCause() == null ? notJson : notJson.getCause();
            throw new Refusal(Refusal.Kind.INVALID_ARGUMENT, cause.getMessage());
        }
    }

    static String json(DirectBuffer packed) {
        return MsgPackConverter.convertToJson(packed);
    }
}
