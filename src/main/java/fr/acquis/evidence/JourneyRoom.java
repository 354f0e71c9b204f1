package fr.acquis.evidence;

/**
 * What the standing files of a journey weigh, and may.
 *
 * @param bytes held, without what is on its way
 * @param ever whether the journey ever held a file
 */
public record JourneyRoom(long bytes, long mostBytes, int files, int mostFiles, boolean ever) {

    public long left() {
        return Math.max(0, mostBytes - bytes);
    }
}
