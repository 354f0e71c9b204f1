package fr.acquis.visit;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One person with a browser: signs in, opens pages, sends forms. An {@link IOException} means that no answer came. */
public final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BYTES = "application/offset+octet-stream";
    private static final Pattern HIDDEN_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final URI site;
    private final String email;
    private volatile String token = "";

    public Visitor(URI site, String email) {
        this.site = site;
        this.email = email;
    }

    /**
     * What came back for a click.
     *
     * @param offset how many bytes of a file are kept, -1 where none was asked about
     */
    public record Answer(int status, String location, String page, long offset) {

        /** Whether the product said that it is done: it leads on to the next page. */
        public boolean done() {
            return (status == 302 || status == 303) && !signedOut();
        }

        public boolean signedOut() {
            return status == 302 && location.contains("/login");
        }
    }

    public String email() {
        return email;
    }

    public void signIn() throws IOException {
        Answer login = get("/login");
        if (!login.done()) {
            Matcher hidden = HIDDEN_TOKEN.matcher(login.page());
            if (!hidden.find()) {
                throw new IOException("no sign-in form: " + login.status());
            }
            token = hidden.group(1);
            Answer entered = post("/login", Map.of("email", List.of(email), "password", List.of("demonstration")));
            if (!entered.done()) {
                throw new IOException("%s could not sign in: %s".formatted(email, entered));
            }
        }
        token = JsonMapper.shared().readTree(get("/session").page()).get("csrf").asString();
    }

    public Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(site.resolve(path)).timeout(PATIENCE).GET());
    }

    /** A stream that stays open until it is closed. */
    public InputStream listen(String path) throws IOException {
        try {
            HttpResponse<InputStream> answer = browser.send(
                    HttpRequest.newBuilder(site.resolve(path)).GET().build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException("no stream: " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    public Answer post(String path, Map<String, List<String>> fields) throws IOException {
        String form = Stream.concat(
                        Stream.of(pair("_csrf", token)),
                        fields.entrySet().stream()
                                .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value))))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(site.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** One file, as the page's script sends a short one: 201 when it was taken. */
    public Answer upload(String path, String kind, String fileName, byte[] content) throws IOException {
        return send(
                begin(path, kind, fileName, content.length, UUID.randomUUID().toString())
                        .header("Content-Type", BYTES)
                        .POST(BodyPublishers.ofByteArray(content)));
    }

    /**
     * Begins a file that comes in parts, or asks for it again; the answer's location is where they go.
     *
     * @param fingerprint what this browser knows the file by
     */
    public Answer beginUpload(String path, String kind, String fileName, long size, String fingerprint)
            throws IOException {
        return send(begin(path, kind, fileName, size, fingerprint).POST(BodyPublishers.noBody()));
    }

    public Answer uploadPart(String location, long offset, BodyPublisher part) throws IOException {
        return send(HttpRequest.newBuilder(site.resolve(location))
                .timeout(PATIENCE)
                .header("X-CSRF-TOKEN", token)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", BYTES)
                .method("PATCH", part));
    }

    private HttpRequest.Builder begin(String path, String kind, String fileName, long size, String fingerprint) {
        String metadata = Map.of("kind", kind, "filename", fileName, "fingerprint", fingerprint).entrySet().stream()
                .map(value -> value.getKey() + " "
                        + Base64.getEncoder().encodeToString(value.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
        return HttpRequest.newBuilder(site.resolve(path + "/sendings"))
                .timeout(PATIENCE)
                .header("X-CSRF-TOKEN", token)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", metadata);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body(),
                    answer.headers().firstValueAsLong("Upload-Offset").orElse(-1));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
