package fr.acquis.devservices.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What candidates of one trade say of their work.
 *
 * @param role as a woman and as a man says it
 * @param employers plainly invented
 * @param practice of each bloc, in livret 1
 * @param sample a document made at work, line by line, its title first
 * @param skills by the skill's code: situation, action, result
 */
record Texts(
        List<String> role,
        List<String> employers,
        int weeklyHours,
        String description,
        String practice,
        List<String> sample,
        Map<String, List<String>> skills) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Texts> READ = new ConcurrentHashMap<>();

    static Texts of(String certification) {
        return READ.computeIfAbsent(certification, Texts::read);
    }

    private static Texts read(String certification) {
        try (InputStream content =
                new ClassPathResource("demonstration/texts/%s.json".formatted(certification)).getInputStream()) {
            return JSON.readValue(content, Texts.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
