package fr.acquis.livret2.assembly;

import fr.acquis.livret2.AssembledFile.Place;
import fr.acquis.shared.Sha256;
import java.nio.file.Path;
import java.util.List;

/**
 * An assembled file on our disk; whoever asked for it deletes it.
 *
 * @param size in bytes
 */
public record Assembled(Path path, long size, int pages, Sha256 sha256, List<Place> places) {

    public Assembled {
        places = List.copyOf(places);
    }
}
