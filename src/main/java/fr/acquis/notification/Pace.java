package fr.acquis.notification;

/** How soon somebody is told. */
public enum Pace {
    /** By mail and in the application. */
    AT_ONCE,
    /** In the application at once, by one mail a day. */
    DAILY,
    /** Not at all: what happened is found in the case. */
    NEVER;

    public String messageKey() {
        return "notification.pace." + name();
    }
}
