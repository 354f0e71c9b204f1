package fr.acquis.evidence.passages;

import fr.acquis.evidence.Passages.Sought;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is looked for, as stems with their weight. Words every standard is full of are left out: they tell no skill from another. */
public record SoughtTerms(Map<String, Float> weights) {

    private static final float WORDS = 3;
    private static final float MORE = 1;
    private static final int MOST = 80;
    private static final Set<String> EVERYWHERE = everywhere();

    public SoughtTerms {
        weights = Map.copyOf(weights);
    }

    public static SoughtTerms of(Sought sought) {
        Map<String, Float> weights = new LinkedHashMap<>();
        add(weights, sought.words(), WORDS);
        add(weights, sought.more(), MORE);
        return new SoughtTerms(weights);
    }

    private static void add(Map<String, Float> weights, String text, float weight) {
        for (FrenchWords.Word word : FrenchWords.in(text)) {
            if (weights.size() < MOST && !EVERYWHERE.contains(word.stem())) {
                weights.putIfAbsent(word.stem(), weight);
            }
        }
    }

    boolean has(String stem) {
        return weights.containsKey(stem);
    }

    float weight(String stem) {
        return weights.getOrDefault(stem, 0f);
    }

    private static Set<String> everywhere() {
        try (InputStream list = SoughtTerms.class.getResourceAsStream("/evidence/common-words.txt")) {
            return FrenchWords.in(new String(list.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .map(FrenchWords.Word::stem)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
