package fr.acquis.devservices;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server on loopback: S3Proxy over plain files, signatures checked. */
final class ObjectStore implements AutoCloseable {

    static final String ACCESS_KEY = "development";
    static final String SECRET_KEY = "development-secret";

    private final S3Proxy server;

    private ObjectStore(S3Proxy server) {
        this.server = server;
    }

    static ObjectStore start(Path folder) {
        try {
            BlobStore files =
                    new FilesystemNio2BlobStore(Files.createDirectories(folder).toString());
            S3Proxy server = S3Proxy.builder()
                    .blobStore(files)
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                    .ignoreUnknownHeaders(true)
                    .maxSinglePartObjectSize(5L << 30)
                    .v4MaxNonChunkedRequestSize(256L << 20)
                    .build();
            server.start();
            return new ObjectStore(server);
        } catch (Exception failed) {
            throw new Refused("The object store did not start on %s: %s.".formatted(folder, failed.getMessage()));
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            Progress.say("the object store did not stop cleanly: " + failed.getMessage());
        }
    }
}
