package fr.acquis.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The types of file that are accepted; there are no others. */
public enum FileType {
    PDF("application/pdf", Set.of("pdf"), Set.of("application/x-pdf")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), Set.of("image/jpg", "image/pjpeg")),
    PNG("image/png", Set.of("png"), Set.of("image/x-png")),
    HEIC("image/heic", Set.of("heic", "heif"), Set.of("image/heif")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx"), Set.of()),
    ODT("application/vnd.oasis.opendocument.text", Set.of("odt"), Set.of()),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx"), Set.of()),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Set.of("ods"), Set.of()),
    MP4("video/mp4", Set.of("mp4"), Set.of("audio/mp4", "application/mp4"));

    /** For the {@code accept} of a file field. */
    public static final String ACCEPTED_EXTENSIONS = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.docx,.odt,.xlsx,.ods,.mp4";

    private final String mediaType;
    private final Set<String> extensions;
    private final Set<String> alsoDeclaredAs;

    FileType(String mediaType, Set<String> extensions, Set<String> alsoDeclaredAs) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.alsoDeclaredAs = alsoDeclaredAs;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Picture or film: there is no text in it to read. */
    public boolean picture() {
        return this == JPEG || this == PNG || this == HEIC || this == MP4;
    }

    public static Optional<FileType> ofExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(lower))
                .findFirst();
    }

    /** Whether a browser may have declared this type for such a file; many declare nothing, or bytes. */
    public boolean mayBeDeclaredAs(String declared) {
        String bare = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.isEmpty()
                || bare.equals("application/octet-stream")
                || bare.equals(mediaType)
                || alsoDeclaredAs.contains(bare);
    }
}
