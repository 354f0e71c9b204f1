package fr.acquis.notification;

/** A file sent with a mail. Letters are not attached but linked: they are read after login. */
public record Attachment(String fileName, String mediaType, byte[] content) {

    @Override
    public String toString() {
        return "Attachment[%s, %d bytes]".formatted(mediaType, content.length);
    }
}
