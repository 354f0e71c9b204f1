package fr.acquis.evidence.store;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.Classification.Clue;
import fr.acquis.evidence.EvidenceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What a text is taken for, in its three columns. */
public final class ClassificationColumns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClassificationColumns() {}

    static @Nullable Classification read(ResultSet row) throws SQLException {
        String kind = row.getString("found_kind");
        if (kind == null) {
            return null;
        }
        List<Clue> clues = new ArrayList<>();
        String text = row.getString("clues");
        if (text != null) {
            for (JsonNode clue : JSON.readTree(text)) {
                clues.add(new Clue(
                        clue.path("words").asString(), clue.path("page").asInt()));
            }
        }
        return new Classification(EvidenceKind.valueOf(kind), row.getInt("confidence"), clues);
    }

    public static String clues(Classification found) {
        ArrayNode clues = JSON.createArrayNode();
        found.clues()
                .forEach(clue -> clues.addObject().put("words", clue.words()).put("page", clue.page()));
        return clues.toString();
    }
}
