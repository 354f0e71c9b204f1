package fr.acquis.evidence.store;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.intake.SpooledFile;
import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.ListMultipartUploadsArgs;
import io.minio.UploadPartArgs;
import io.minio.messages.ListMultipartUploadsResult;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An object made of parts that come one by one, and what is too short to be a part. */
@Component
public class PartStore {

    private static final String PIECES = "journeys/";
    private static final String RESTS = "sendings/";

    private final ObjectStore store;

    PartStore(ObjectStore store) {
        this.store = store;
    }

    /** @param number and the mark the store gave it */
    public record StoredPart(int number, String etag) {}

    /** @return the store's name for the object to be */
    public String begin(String key, String mediaType) {
        store.requireBucket();
        return store.await(
                        "begin a file in parts",
                        () -> store.client()
                                .createMultipartUpload(CreateMultipartUploadArgs.builder()
                                        .bucket(store.bucket())
                                        .object(key)
                                        .headers(new Http.Headers("Content-Type", mediaType))
                                        .build()))
                .result()
                .uploadId();
    }

    /** Stores one part with its hash: the store refuses what arrives otherwise. */
    public StoredPart put(String key, String multipart, int number, SpooledFile part) {
        try (RandomAccessFile content = new RandomAccessFile(part.path().toFile(), "r")) {
            return new StoredPart(
                    number,
                    store.await(
                                    "store a part",
                                    () -> store.client()
                                            .uploadPart(UploadPartArgs.builder()
                                                    .bucket(store.bucket())
                                                    .object(key)
                                                    .uploadId(multipart)
                                                    .partNumber(number)
                                                    .file(content, part.size())
                                                    .headers(new Http.Headers(
                                                            Http.Headers.X_AMZ_CONTENT_SHA256,
                                                            part.sha256().hex()))
                                                    .build()))
                            .part()
                            .etag());
        } catch (IOException spoolGone) {
            throw new StoreUnavailable("the spooled part cannot be read", spoolGone);
        }
    }

    /** Makes the parts one object; one that was made before is left as it is. */
    public void complete(String key, String multipart, List<StoredPart> parts) {
        Part[] all =
                parts.stream().map(part -> new Part(part.number(), part.etag())).toArray(Part[]::new);
        store.unlessAbsent(
                "join the parts",
                () -> store.client()
                        .completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                                .bucket(store.bucket())
                                .object(key)
                                .uploadId(multipart)
                                .parts(all)
                                .build()));
    }

    public void abandon(String key, String multipart) {
        store.unlessAbsent(
                "give up a file in parts",
                () -> store.client()
                        .abortMultipartUpload(AbortMultipartUploadArgs.builder()
                                .bucket(store.bucket())
                                .object(key)
                                .uploadId(multipart)
                                .build()));
    }

    /** What was begun in parts and is neither whole nor given up. */
    public List<Unfinished> unfinished() {
        store.requireBucket();
        List<Unfinished> found = new ArrayList<>();
        ListMultipartUploadsResult page = unfinished(null, null);
        add(page, found);
        while (page.isTruncated()) {
            page = unfinished(page.nextKeyMarker(), page.nextUploadIdMarker());
            add(page, found);
        }
        return found;
    }

    private ListMultipartUploadsResult unfinished(@Nullable String afterKey, @Nullable String afterUpload) {
        return store.await(
                        "list the files in parts",
                        () -> store.client()
                                .listMultipartUploads(ListMultipartUploadsArgs.builder()
                                        .bucket(store.bucket())
                                        .prefix(PIECES)
                                        .keyMarker(afterKey)
                                        .uploadIdMarker(afterUpload)
                                        .build()))
                .result();
    }

    private static void add(ListMultipartUploadsResult page, List<Unfinished> found) {
        page.uploads()
                .forEach(one -> found.add(new Unfinished(
                        one.objectName(), one.uploadId(), one.initiated().toInstant())));
    }

    /** @param multipart the store's name for the object to be */
    public record Unfinished(String key, String multipart, Instant begun) {}

    /** @param end how many bytes of the file stand before the rest's end */
    public void putRest(EvidenceId id, long end, SpooledFile rest) {
        store.put(restKey(id, end), rest, "application/octet-stream");
    }

    public Optional<InputStream> openRest(EvidenceId id, long end) {
        return store.open(restKey(id, end));
    }

    public void deleteRests(EvidenceId id) {
        Iterator<ObjectStore.StoredObject> rests = store.list(RESTS + id + "/");
        while (rests.hasNext()) {
            store.delete(rests.next().key());
        }
    }

    /** What a store that was away kept of files that are over. */
    public void deleteRestsBefore(Instant moment) {
        Iterator<ObjectStore.StoredObject> rests = store.list(RESTS);
        while (rests.hasNext()) {
            ObjectStore.StoredObject rest = rests.next();
            if (rest.modified().isBefore(moment)) {
                store.delete(rest.key());
            }
        }
    }

    private static String restKey(EvidenceId id, long end) {
        return RESTS + id + "/" + end;
    }
}
