package fr.acquis.workflow.engine;

/** What the engine answered, whichever protocol it spoke. */
enum Reply {
    OK,
    /** 400, INVALID_ARGUMENT. */
    INVALID,
    /** 401, UNAUTHENTICATED: a token ran out, the next try signs in again. */
    UNAUTHENTICATED,
    /** 403, PERMISSION_DENIED. */
    FORBIDDEN,
    NOT_FOUND,
    ALREADY_EXISTS,
    /** 409 or FAILED_PRECONDITION: not in the state the command needs. */
    WRONG_STATE,
    /** 409 with a listener's no. */
    DENIED,
    /** 413. */
    TOO_LARGE,
    /** 501, UNIMPLEMENTED. */
    NOT_SUPPORTED,
    /** 429, RESOURCE_EXHAUSTED: back-pressure. */
    BUSY,
    /** 5xx, UNAVAILABLE, no connection, no answer in time. */
    UNAVAILABLE,
    /** Anything else. */
    UNKNOWN
}
