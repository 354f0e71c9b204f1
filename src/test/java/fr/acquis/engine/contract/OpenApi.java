package fr.acquis.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.DisallowUnknownJsonMetaSchemaFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The published description of the REST API, read from the jar it is published in. */
final class OpenApi {

    private static final String WHERE = "classpath:rest-api.yaml";

    private final JsonNode description;
    /** The description's own keywords (openapi, info, x-…) judge no answer; they need no warning each. */
    private final JsonSchemaFactory schemas = JsonSchemaFactory.builder()
            .metaSchema(JsonMetaSchema.builder(OpenApi30.getInstance())
                    .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                    .build())
            .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
            .metaSchemaFactory(DisallowUnknownJsonMetaSchemaFactory.getInstance())
            .build();

    OpenApi() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("/rest-api.yaml")) {
            description = new ObjectMapper(new YAMLFactory()).readTree(yaml);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is wrong with an answer, in words; nothing when the description knows it and it is as described. */
    String objections(String method, String path, int status, String contentType, String body) {
        String template = template(method, path);
        JsonNode responses = description.at("/paths/" + escaped(template) + "/" + method.toLowerCase() + "/responses");
        String code = Integer.toString(status);
        if (!responses.has(code)) {
            return "%s %s has no answer %d in the description".formatted(method, template, status);
        }
        String at = "/paths/" + escaped(template) + "/" + method.toLowerCase() + "/responses/" + code;
        if (responses.get(code).has("$ref")) {
            at = responses.get(code).get("$ref").textValue().substring(1);
        }
        JsonNode content = description.at(at + "/content");
        if (content.isMissingNode() || content.isEmpty()) {
            return body.isEmpty() ? "" : "a body where none is described: " + body;
        }
        String media = contentType.split(";")[0].strip();
        if (!content.has(media)) {
            return "%s where %s is described".formatted(media, content);
        }
        if (!media.endsWith("json")) {
            return "";
        }
        Set<ValidationMessage> found =
                schema(at + "/content/" + escaped(media) + "/schema").validate(body, InputFormat.JSON);
        return found.stream()
                .filter(message -> !isPathOfAProblem(message))
                .map(ValidationMessage::getMessage)
                .collect(Collectors.joining("; "));
    }

    /** The description wants a URI there, RFC 9457 allows a reference, and the real gateway gives the path alone. */
    private static boolean isPathOfAProblem(ValidationMessage message) {
        return message.getType().equals("format")
                && message.getInstanceLocation().toString().equals("/instance");
    }

    private JsonSchema schema(String pointer) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .typeLoose(false)
                .formatAssertionsEnabled(true)
                .build();
        return schemas.getSchema(SchemaLocation.of(WHERE + "#" + pointer), config);
    }

    /** The path as described: the one whose fixed segments agree and that has the fewest names. */
    private String template(String method, String path) {
        String wanted = path.substring("/v2".length());
        return description.get("paths").properties().stream()
                .filter(entry -> entry.getValue().has(method.toLowerCase()))
                .map(Map.Entry::getKey)
                .filter(candidate -> wanted.matches(candidate.replaceAll("\\{[^}]+}", "[^/]+")))
                .min((a, b) -> Long.compare(names(a), names(b)))
                .orElseThrow(() -> new AssertionError("The description does not know " + method + " " + path));
    }

    private static long names(String template) {
        return template.chars().filter(c -> c == '{').count();
    }

    private static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
