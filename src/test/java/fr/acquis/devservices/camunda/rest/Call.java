package fr.acquis.devservices.camunda.rest;

import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import tools.jackson.databind.JsonNode;

/** One request: the names in its path and its body. */
record Call(Map<String, String> path, JsonNode body, List<Part> parts) {

    /** A named part of a form. */
    record Part(String name, String fileName, byte[] content) {}

    long key(String name) {
        String given = path.get(name);
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException notANumber) {
            throw Problem.badRequest("Failed to convert '%s' with value: '%s'".formatted(name, given));
        }
    }

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    String text(String field, String otherwise) {
        return text(body, field, otherwise);
    }

    static String text(JsonNode object, String field, String otherwise) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isString()) {
            throw unreadable(field);
        }
        return value.stringValue();
    }

    String required(String field) {
        return required(field, "No %s provided.".formatted(field));
    }

    String required(String field, String otherwise) {
        String value = text(field, "");
        if (value.isBlank()) {
            throw Problem.invalid(otherwise);
        }
        return value;
    }

    long number(String field, long otherwise) {
        return number(body, field, otherwise);
    }

    /** Keys travel as strings, counts as numbers; both are read. */
    static long number(JsonNode object, String field, long otherwise) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        try {
            return Long.parseLong(value.isString() ? value.stringValue() : "");
        } catch (NumberFormatException notANumber) {
            throw unreadable(field);
        }
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw unreadable(field);
        }
        return value.booleanValue();
    }

    /** The variables as the engine keeps them; none is an empty object. */
    DirectBuffer variables() {
        return variables(body);
    }

    static DirectBuffer variables(JsonNode object) {
        JsonNode variables = object.get("variables");
        if (variables == null || variables.isNull()) {
            return new UnsafeBuffer(MsgPackConverter.convertToMsgPack("{}"));
        }
        if (!variables.isObject()) {
            throw unreadable("variables");
        }
        return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(variables.toString()));
    }

    static Problem unreadable(String field) {
        return Problem.badRequest("Request property [%s] cannot be parsed".formatted(field));
    }
}
