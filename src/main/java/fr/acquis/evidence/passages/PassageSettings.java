package fr.acquis.evidence.passages;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param folder where this instance keeps its index from one start to the next; without one it is made again at each start. No
 *     two instances share a folder.
 */
@ConfigurationProperties("acquis.evidence.passages")
record PassageSettings(@Nullable String folder) {

    @Nullable
    Path kept() {
        return folder == null || folder.isBlank() ? null : Path.of(folder);
    }
}
