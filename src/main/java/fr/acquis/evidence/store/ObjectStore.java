package fr.acquis.evidence.store;

import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.intake.SpooledFile;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Documents in any S3 store. A file goes in one request, straight from disk, with the hash we reckoned: the store refuses what
 * arrived otherwise, and a request cut short leaves nothing.
 */
@Component
public class ObjectStore implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ObjectStore.class);
    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchObject", "NoSuchVersion", "NoSuchUpload");

    private final MinioAsyncClient client;
    private final String bucket;
    private final String where;
    private volatile boolean bucketKnown;

    ObjectStore(StoreSettings settings) {
        this.bucket = settings.bucket();
        this.where = settings.endpoint() + "/" + bucket;
        this.client = StoreConnection.to(settings);
    }

    /** The application starts without its store, and says so. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        try {
            requireBucket();
            log.info("object store {} answers", where);
        } catch (StoreUnavailable absent) {
            log.warn("object store {} does not answer: files can be neither taken in nor opened until it does", where);
        }
    }

    /** @throws StoreUnavailable when the store does not answer or the bucket cannot be had */
    void requireBucket() {
        if (bucketKnown) {
            return;
        }
        boolean exists = await(
                "look for the bucket",
                () -> client.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build()));
        if (!exists) {
            await(
                    "make the bucket",
                    () -> client.makeBucket(
                            MakeBucketArgs.builder().bucket(bucket).build()));
            log.info("bucket {} was made", where);
        }
        bucketKnown = true;
    }

    public void put(String key, SpooledFile file, String mediaType) {
        requireBucket();
        try (RandomAccessFile content = new RandomAccessFile(file.path().toFile(), "r")) {
            Http.Headers hash = new Http.Headers(
                    Http.Headers.X_AMZ_CONTENT_SHA256, file.sha256().hex());
            await(
                    "store a file",
                    () -> client.putObject(PutObjectAPIArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .file(content, file.size())
                            .headers(hash)
                            .contentType(mediaType)
                            .build()));
        } catch (IOException spoolGone) {
            throw new StoreUnavailable("the spooled file cannot be read", spoolGone);
        }
    }

    /** The content, to be closed by the caller; empty when there is no such object. */
    public Optional<InputStream> open(String key) {
        return open(GetObjectArgs.builder().bucket(bucket).object(key));
    }

    /** A piece of the content, to be closed by the caller. */
    public Optional<InputStream> open(String key, long offset, long length) {
        return open(GetObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .offset(offset)
                .length(length));
    }

    private Optional<InputStream> open(GetObjectArgs.Builder wanted) {
        return unlessAbsent(
                "open a file", () -> client.getObject(wanted.build()).thenApply(response -> (InputStream) response));
    }

    public OptionalLong size(String key) {
        return unlessAbsent(
                        "look at a file",
                        () -> client.statObject(StatObjectArgs.builder()
                                        .bucket(bucket)
                                        .object(key)
                                        .build())
                                .thenApply(found -> found.size()))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Deleting what is not there changes nothing. */
    public void delete(String key) {
        unlessAbsent(
                "delete a file",
                () -> client.removeObject(RemoveObjectArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .build())
                        .thenApply(done -> true));
    }

    /** Everything under a prefix, page by page as it is walked. */
    public Iterator<StoredObject> list(String prefix) {
        requireBucket();
        Iterator<Result<Item>> items = client.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .recursive(true)
                        .build())
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public StoredObject next() {
                try {
                    Item item = items.next().get();
                    return new StoredObject(
                            item.objectName(), item.lastModified().toInstant(), item.size());
                } catch (MinioException failed) {
                    throw new StoreUnavailable("list the files", failed);
                }
            }
        };
    }

    MinioAsyncClient client() {
        return client;
    }

    String bucket() {
        return bucket;
    }

    <T> Optional<T> unlessAbsent(String what, Request<T> request) {
        try {
            return Optional.of(await(what, request));
        } catch (StoreUnavailable failed) {
            if (failed.getCause() instanceof ErrorResponseException answer
                    && ABSENT.contains(answer.errorResponse().code())) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    <T> T await(String what, Request<T> request) {
        try {
            return request.send().join();
        } catch (CompletionException failed) {
            throw unavailable(what, failed.getCause());
        } catch (MinioException failed) {
            throw unavailable(what, failed);
        }
    }

    private StoreUnavailable unavailable(String what, Throwable cause) {
        // The bucket may have gone with the store: it is looked for again before the next file.
        bucketKnown = false;
        return new StoreUnavailable("%s: could not %s".formatted(where, what), cause);
    }

    @Override
    public void destroy() throws Exception {
        client.close();
    }

    /** @param size in bytes */
    public record StoredObject(String key, Instant modified, long size) {}

    interface Request<T> {
        CompletableFuture<T> send() throws MinioException;
    }
}
