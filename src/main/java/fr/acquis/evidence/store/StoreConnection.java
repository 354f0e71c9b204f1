package fr.acquis.evidence.store;

import io.minio.MinioAsyncClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** The client and its HTTP connections. */
final class StoreConnection {

    private static final int IDLE_CONNECTIONS = 16;
    private static final int REQUESTS_AT_ONCE = 64;

    private StoreConnection() {}

    static MinioAsyncClient to(StoreSettings settings) {
        OkHttpClient http = new OkHttpClient.Builder()
                .connectTimeout(settings.connect())
                .readTimeout(settings.patience())
                .writeTimeout(settings.patience())
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .socketFactory(new NoDelay())
                .build();
        http.dispatcher().setMaxRequests(REQUESTS_AT_ONCE);
        http.dispatcher().setMaxRequestsPerHost(REQUESTS_AT_ONCE);
        return MinioAsyncClient.builder()
                .endpoint(settings.endpoint().toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(http, true)
                .build();
    }

    /**
     * Sends small segments at once. Without it the head of a request waits for the acknowledgement of the one before, which the
     * other side delays by 40 ms: a small file then takes 50 ms instead of 3.
     */
    private static final class NoDelay extends SocketFactory {

        private final SocketFactory sockets = SocketFactory.getDefault();

        @Override
        public Socket createSocket() throws IOException {
            return undelayed(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return undelayed(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return undelayed(sockets.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return undelayed(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return undelayed(sockets.createSocket(host, port, local, localPort));
        }

        private static Socket undelayed(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
