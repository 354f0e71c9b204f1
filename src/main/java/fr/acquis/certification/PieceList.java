package fr.acquis.certification;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The pieces as one stored text. */
final class PieceList {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PieceList() {}

    static RequiredPieces read(String text) {
        try {
            return JSON.readValue(text, RequiredPieces.class);
        } catch (JacksonException invalid) {
            throw new IllegalArgumentException(invalid.getOriginalMessage(), invalid);
        }
    }

    static String write(RequiredPieces pieces) {
        return JSON.writeValueAsString(pieces);
    }
}
