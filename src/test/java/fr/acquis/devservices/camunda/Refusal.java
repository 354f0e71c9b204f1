package fr.acquis.devservices.camunda;

import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/** Why a command was not carried out. The gateways turn each kind into the status a real gateway gives. */
public final class Refusal extends RuntimeException {

    /** The reasons a caller can tell apart. */
    public enum Kind {
        INVALID_ARGUMENT,
        NOT_FOUND,
        ALREADY_EXISTS,
        INVALID_STATE,
        PROCESSING_ERROR,
        UNAUTHORIZED,
        FORBIDDEN,
        /** What the command sets off is more than one batch of the log can hold. */
        EXCEEDED_BATCH_RECORD_SIZE,
        /** Nothing can be written just now. */
        UNAVAILABLE,
        TIMEOUT,
        INTERNAL
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;

    public Refusal(Kind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    static Refusal rejected(RejectionType type, Intent intent, String reason) {
        String detail = "Command '%s' rejected with code '%s': %s".formatted(intent, type, reason);
        return new Refusal(kindOf(type), detail);
    }

    private static Kind kindOf(RejectionType type) {
        return switch (type) {
            case INVALID_ARGUMENT -> Kind.INVALID_ARGUMENT;
            case NOT_FOUND -> Kind.NOT_FOUND;
            case ALREADY_EXISTS -> Kind.ALREADY_EXISTS;
            case INVALID_STATE -> Kind.INVALID_STATE;
            case PROCESSING_ERROR -> Kind.PROCESSING_ERROR;
            case UNAUTHORIZED -> Kind.UNAUTHORIZED;
            case FORBIDDEN -> Kind.FORBIDDEN;
            case EXCEEDED_BATCH_RECORD_SIZE -> Kind.EXCEEDED_BATCH_RECORD_SIZE;
            case SBE_UNKNOWN, NULL_VAL -> Kind.INTERNAL;
        };
    }

    public Kind kind() {
        return kind;
    }
}
