package fr.acquis.shell.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The bundles of the rooms: {@code messages/<room>.properties} in French, {@code messages/<room>_en.properties} beside. */
final class MessageBundles {

    private static final String SUFFIX = ".properties";

    private MessageBundles() {}

    static List<String> basenames() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SUFFIX))
                    .map(resource -> resource.getFilename())
                    .filter(name -> !name.endsWith("_en" + SUFFIX))
                    .map(name -> "messages/" + name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
