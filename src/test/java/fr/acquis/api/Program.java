package fr.acquis.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of somebody's: knows an address and a token, nothing of the application. */
final class Program {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String server;
    private final Map<String, String> headers;

    private Program(String server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    static Program at(int port, @Nullable String token) {
        Program nobody = new Program("http://localhost:" + port, Map.of());
        return token == null ? nobody : nobody.with("Authorization", "Bearer " + token);
    }

    Program with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Program(server, more);
    }

    record Reply(HttpResponse<byte[]> http) {

        int status() {
            return http.statusCode();
        }

        byte[] bytes() {
            return http.body();
        }

        JsonNode json() {
            return JSON.readTree(http.body());
        }

        String text(String member) {
            return json().path(member).asString();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + new String(http.body(), StandardCharsets.UTF_8);
        }
    }

    Reply get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    Reply post(String path) {
        return send("POST", path, null, BodyPublishers.noBody());
    }

    Reply post(String path, Object body) {
        return json("POST", path, body);
    }

    Reply put(String path, Object body) {
        return json("PUT", path, body);
    }

    Reply patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    private Reply json(String method, String path, Object body) {
        String text = body instanceof String written ? written : JSON.writeValueAsString(body);
        return send(method, path, "application/json", BodyPublishers.ofString(text));
    }

    Reply upload(String path, String kind, String fileName, byte[] content) {
        return upload(path, "kind", "text/plain", kind, "file", fileName, content);
    }

    /** A file beside one part of JSON, under the name of its only member. */
    Reply upload(String path, Map<String, Object> part, String file, String fileName, byte[] content) {
        Map.Entry<String, Object> only = part.entrySet().iterator().next();
        return upload(
                path,
                only.getKey(),
                "application/json",
                JSON.writeValueAsString(only.getValue()),
                file,
                fileName,
                content);
    }

    private Reply upload(
            String path, String part, String type, String value, String file, String fileName, byte[] content) {
        String boundary = "part-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            body.write(
                    ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s; charset=UTF-8\r\n\r\n%s\r\n")
                            .formatted(boundary, part, type, value)
                            .getBytes(StandardCharsets.UTF_8));
            body.write(("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                            + "Content-Type: application/pdf\r\n\r\n")
                    .formatted(boundary, file, fileName)
                    .getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    Reply send(String method, String path, @Nullable String type, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : server + path))
                .method(method, body);
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
