package fr.acquis.platform.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every operation has in common: the token, the languages, and how it may be refused. */
@Configuration
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    @Bean
    OpenAPI acquis() {
        return new OpenAPI()
                .info(new Info()
                        .title("Acquis")
                        .version("1")
                        .description(
                                "The VAE journey from livret 1 to the certificate, step by step. Lists are keyset pages: hand `next` back as `after`.")
                        .license(new License().name("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A personal access token, made on the page /tokens"))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OpenApiCustomizer sharedAnswers() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
        };
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        Map<String, String> refusals = new TreeMap<>(Map.of(
                "401", "No token, or one that opens nothing",
                "403", "Not for this account, or not for a token that reads only",
                "429", "Too many unknown tokens came from this address"));
        boolean writes = method != HttpMethod.GET;
        if (path.contains("{")) {
            refusals.put("404", "Unknown, or not visible to this account");
        }
        if (writes || operation.getParameters() != null) {
            refusals.put("422", "Values to correct: errors lists them");
        }
        if (writes) {
            refusals.put("409", "The present state does not allow it; nothing was changed");
            refusals.put("413", "Larger than allowed");
            refusals.put("503", "Send it again after the time given");
        }
        if (operation.getRequestBody() != null) {
            refusals.put("400", "Not readable JSON");
            refusals.put("415", "Not that type of content");
        }
        refusals.forEach((status, why) -> operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(why)
                                .content(new Content()
                                        .addMediaType(
                                                PROBLEM_JSON,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM))))));
        operation.addParametersItem(new Parameter()
                .in("header")
                .name("Accept-Language")
                .description("fr (default) or en: the language of what is said to people")
                .schema(new StringSchema()));
        if (method == HttpMethod.POST) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("Idempotency-Key")
                    .description("The same request under the same key is done once; kept for a day")
                    .schema(new StringSchema().maxLength(200)));
        }
        ApiResponse page = operation.getResponses().get("200");
        boolean paged = operation.getParameters().stream().anyMatch(parameter -> "after".equals(parameter.getName()));
        if (page != null && paged) {
            page.addHeaderObject(
                    "Link",
                    new Header().description("rel=\"next\": the next page").schema(new StringSchema()));
        }
    }

    /** RFC 9457, with our members. */
    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri").description("Names the rule; never translated"))
                .addProperty("code", new StringSchema().description("The rule, short"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What to tell a person"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("holder", new StringSchema().description("Who holds the task (409 on a claim)"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty(
                                                "pointer",
                                                new StringSchema()
                                                        .description(
                                                                "JSON pointer into the body, or a parameter's name"))
                                        .addProperty("detail", new StringSchema())));
    }
}
