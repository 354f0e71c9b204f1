package fr.acquis.exchange.api;

import fr.acquis.evidence.ScanState;
import fr.acquis.exchange.Message;
import fr.acquis.exchange.Side;
import fr.acquis.platform.api.Moments;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something written about a case.
 *
 * @param author null where a candidate reads what the certifying body wrote: they are told the body, not which agent
 * @param adviserReads of a note: whether the case's adviser reads it too
 * @param text null once it was taken back
 * @param byMail whether it came as an answer to a mail
 * @param leftOut names of the files that came with it and were not taken
 * @param changeableUntil until when its author may correct it or take it back; null for everybody else
 */
record MessageDetail(
        UUID id,
        Side side,
        @Nullable String author,
        boolean adviserReads,
        @Nullable String text,
        OffsetDateTime writtenAt,
        @Nullable OffsetDateTime correctedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable OffsetDateTime changeableUntil,
        boolean byMail,
        List<String> leftOut,
        List<FileDetail> files) {

    /** @param opens false for what was withdrawn or carries a virus */
    record FileDetail(UUID evidence, String name, long size, ScanState scan, boolean opens) {}

    static MessageDetail of(Message message, boolean named, @Nullable OffsetDateTime changeableUntil) {
        return new MessageDetail(
                message.id().value(),
                message.side(),
                named ? message.authorName() : null,
                message.adviserReads(),
                message.text(),
                Moments.of(message.writtenAt()),
                Moments.of(message.correctedAt()),
                Moments.of(message.withdrawnAt()),
                changeableUntil,
                message.byMail(),
                message.leftOut(),
                message.files().stream()
                        .map(file ->
                                new FileDetail(file.id().value(), file.name(), file.size(), file.scan(), file.opens()))
                        .toList());
    }
}
