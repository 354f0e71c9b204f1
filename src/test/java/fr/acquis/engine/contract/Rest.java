package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** REST without the client, for what the client would not send; every described answer is held against the description. */
final class Rest {

    private static final OpenApi DESCRIPTION = new OpenApi();

    /** What came back. */
    record Answer(int status, String contentType, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final URI root;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Rest(URI root) {
        this.root = root;
    }

    Answer post(String path, String body) {
        return checked("POST", path, "application/json", body);
    }

    Answer get(String path) {
        return checked("GET", path, "application/json", "");
    }

    Answer checked(String method, String path, String contentType, String body) {
        Answer answer = send(method, path, contentType, body);
        assertThat(DESCRIPTION.objections(method, path, answer.status, answer.contentType, answer.body))
                .as("%s %s answered %d %s", method, path, answer.status, answer.body)
                .isEmpty();
        return answer;
    }

    /** For statuses the description does not list for each endpoint, as those of a malformed request. */
    Answer send(String method, String path, String contentType, String body) {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", contentType)
                .header("Accept", "application/json, application/problem+json, text/xml, */*")
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException failed) {
            throw new AssertionError(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
