package fr.acquis.evidence;

/**
 * @param fingerprint what the sender's program knows the file by: the same one goes on with what was begun
 * @param wanted what the page that asks for it says it is for, empty where it does not
 */
public record SendingWish(GivenFile file, String fingerprint, String wanted) {}
