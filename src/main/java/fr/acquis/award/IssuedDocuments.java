package fr.acquis.award;

import fr.acquis.award.store.AwardDocumentRows;
import fr.acquis.identity.Visibility;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.Sha256;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents as they are downloaded, by whoever may see the case. */
@Service
public class IssuedDocuments {

    private final AwardDocumentRows rows;
    private final Visibility visibility;

    IssuedDocuments(AwardDocumentRows rows, Visibility visibility) {
        this.rows = rows;
        this.visibility = visibility;
    }

    @Transactional(readOnly = true)
    public AwardDocument get(UUID id) {
        return rows.find(id, visibility.on("d"))
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "award.refused.no-document"));
    }

    /** @throws DocumentDamaged when what is kept no longer has its hash: a falsified title is never handed out */
    @Transactional(readOnly = true)
    public byte[] content(AwardDocument document) {
        return rows.content(document.id())
                .filter(content -> Sha256.of(content).equals(document.sha256()))
                .orElseThrow(() -> new DocumentDamaged(document.number()));
    }

    /** The kept content does not have the hash it was issued with. */
    public static class DocumentDamaged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DocumentDamaged(String number) {
            super("document " + number + " no longer has the content it was issued with");
        }
    }
}
