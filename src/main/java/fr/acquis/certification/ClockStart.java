package fr.acquis.certification;

/** From when the delay of decision runs. */
public enum ClockStart {
    /** Receipt of the request. */
    REQUEST,
    /** Receipt of the last missing piece, where one request for completion listing all of them went out in time. */
    COMPLETE_FILE
}
