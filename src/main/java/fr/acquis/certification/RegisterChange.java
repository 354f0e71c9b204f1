package fr.acquis.certification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fiche an import would touch.
 *
 * @param certification null while it is not here
 * @param fields what differs; for an added fiche all it says, with nothing before
 */
public record RegisterChange(
        String number,
        String title,
        ChangeKind kind,
        boolean applied,
        @Nullable CertificationId certification,
        List<Difference> fields) {

    public RegisterChange {
        fields = List.copyOf(fields);
    }

    public record Difference(FicheField field, String before, String after) {}
}
