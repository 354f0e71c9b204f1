package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request is said in the words and with the status of the real gateway. */
abstract class RefusalContract extends Contract {

    private Rest rest;

    @BeforeEach
    void rest() {
        rest = new Rest(cluster.rest());
    }

    private static void problem(Rest.Answer answer, int status, String title, String detail, String path) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).isEqualTo("about:blank");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("title").asString()).isEqualTo(title);
        assertThat(answer.json().get("detail").asString()).contains(detail);
        assertThat(answer.json().get("instance").asString()).isEqualTo(path);
    }

    @Test
    void malformed_json_is_a_bad_request() {
        String path = "/v2/messages/publication";
        problem(rest.post(path, "{\"name\": "), 400, "Bad Request", "Failed to read request", path);
    }

    @Test
    void another_content_type_is_not_supported() {
        String path = "/v2/messages/publication";
        Rest.Answer answer = rest.send("POST", path, "text/plain", "name=x");
        problem(answer, 415, "Unsupported Media Type", "Content-Type 'text/plain' is not supported.", path);
    }

    @Test
    void a_field_of_the_wrong_type_is_named() {
        String path = "/v2/user-tasks/1/completion";
        problem(
                rest.post(path, "{\"variables\": \"none\"}"),
                400,
                "Bad Request",
                "Request property [variables] cannot be parsed",
                path);
    }

    @Test
    void a_key_that_is_no_number_is_named() {
        String path = "/v2/user-tasks/abc/completion";
        problem(rest.post(path, "{}"), 400, "Bad Request", "Failed to convert 'userTaskKey' with value: 'abc'", path);
    }

    @Test
    void an_assignment_to_nobody_is_refused() {
        String path = "/v2/user-tasks/1/assignment";
        problem(rest.post(path, "{\"assignee\": \" \"}"), 400, "INVALID_ARGUMENT", "No assignee provided", path);
    }

    @Test
    void an_update_of_nothing_is_refused() {
        String path = "/v2/user-tasks/1";
        Rest.Answer answer = rest.checked("PATCH", path, "application/json", "{\"changeset\": {}}");
        problem(answer, 400, "INVALID_ARGUMENT", "No update data provided.", path);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"changeset": {"dueDate": "tomorrow"}}  | The provided due date 'tomorrow' cannot be parsed as a date according to RFC 3339, section 5.6.
                    {"changeset": {"priority": 101}}        | The value for priority is '101' but must be within the [0,100] range.
                    """)
    void an_update_that_cannot_be_is_refused(String body, String detail) {
        String path = "/v2/user-tasks/1";
        problem(rest.checked("PATCH", path, "application/json", body), 400, "INVALID_ARGUMENT", detail, path);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /v2/user-tasks/4711/completion, COMPLETE",
        "POST, /v2/incidents/4711/resolution, RESOLVE",
        "POST, /v2/process-instances/4711/cancellation, CANCEL",
        "POST, /v2/jobs/4711/completion, COMPLETE",
        "POST, /v2/jobs/4711/failure, FAIL"
    })
    void what_does_not_exist_is_not_found(String method, String path, String command) {
        Rest.Answer answer = rest.checked(method, path, "application/json", "{}");
        problem(answer, 404, "NOT_FOUND", "Command '" + command + "' rejected with code 'NOT_FOUND'", path);
    }

    @Test
    void an_unknown_process_starts_by_neither_way() {
        String id = unique("unknown");
        refused(
                Status.Code.NOT_FOUND,
                () -> start(id),
                "Command 'CREATE' rejected with code 'NOT_FOUND'",
                "Expected to find process definition with process ID '" + id + "'");
        String path = "/v2/process-instances";
        Rest.Answer answer =
                rest.send("POST", path, "application/json", "{\"processDefinitionId\": \"%s\"}".formatted(id));
        problem(answer, 404, "NOT_FOUND", "Expected to find process definition", path);
    }

    @Test
    void variables_that_are_no_json_object_are_refused() {
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> camunda.newPublishMessageCommand()
                        .messageName(unique("list"))
                        .withoutCorrelationKey()
                        .variables("[1, 2]")
                        .send()
                        .join());
    }

    @Test
    void more_than_four_megabytes_are_refused_by_both_ways() {
        String id = unique("large");
        deploy(process(id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
        String large = "x".repeat(5 << 20);
        refused(
                Status.Code.RESOURCE_EXHAUSTED,
                () -> start(id, Map.of("large", large)),
                "gRPC message exceeds maximum size");
        String path = "/v2/process-instances";
        Rest.Answer answer = rest.post(
                path, "{\"processDefinitionId\": \"%s\", \"variables\": {\"large\": \"%s\"}}".formatted(id, large));
        problem(answer, 400, "INVALID_ARGUMENT", "Request size is above configured maxMessageSize.", path);
    }

    @Test
    void what_fits_a_request_but_not_what_it_sets_off_is_refused_and_the_work_can_go_on() {
        String id = unique("batch");
        deploy(process(id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id))
                .serviceTask("after", task -> task.zeebeJobType(id + "after"))
                .endEvent()
                .done());
        start(id);
        ActivatedJob job = take(id);
        refused(
                Status.Code.UNKNOWN,
                () -> complete(job, Map.of("large", "x".repeat((5 << 20) / 2))),
                "EXCEEDED_BATCH_RECORD_SIZE");
        complete(job, Map.of("small", 1));
        take(id + "after");
    }

    @Test
    void polling_for_no_type_or_no_time_is_refused() {
        String path = "/v2/jobs/activation";
        problem(
                rest.post(path, "{\"type\": \"\", \"timeout\": 1000, \"maxJobsToActivate\": 1}"),
                400,
                "INVALID_ARGUMENT",
                "No type provided.",
                path);
        problem(
                rest.post(path, "{\"type\": \"x\", \"timeout\": 0, \"maxJobsToActivate\": 1}"),
                400,
                "INVALID_ARGUMENT",
                "The value for timeout is '0' but must be greater than 0.",
                path);
    }
}
