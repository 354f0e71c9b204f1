package fr.acquis.award;

import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.shared.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person holds, whatever became of the cases it comes from. */
@Service
public class CandidateResults {

    private final AcquiredBlocks blocks;
    private final AwardDocuments documents;
    private final Certifications certifications;

    CandidateResults(AcquiredBlocks blocks, AwardDocuments documents, Certifications certifications) {
        this.blocks = blocks;
        this.documents = documents;
        this.certifications = certifications;
    }

    @Transactional(readOnly = true)
    public List<Result> of(PersonId person) {
        Map<CertificationId, List<AcquiredBlock>> held = blocks.heldBy(person);
        Map<CertificationId, List<AwardDocument>> issued = new LinkedHashMap<>();
        documents
                .ofCandidate(person)
                .forEach(one -> issued.computeIfAbsent(one.certification(), first -> new ArrayList<>())
                        .add(one));
        return held.entrySet().stream()
                .map(entry -> result(entry.getKey(), entry.getValue(), issued.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private Result result(CertificationId id, List<AcquiredBlock> held, List<AwardDocument> issued) {
        List<Line> lines = certifications.standard(id).blocks().stream()
                .map(block -> new Line(
                        block,
                        held.stream()
                                .filter(one -> one.code().equals(block.code()))
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new Result(certifications.get(id), lines, issued);
    }

    /** One certification, all its blocs in order, and what was issued, the newest first. */
    public record Result(Certification certification, List<Line> lines, List<AwardDocument> documents) {

        public long count() {
            return lines.stream().filter(line -> line.held() != null).count();
        }

        public boolean whole() {
            return count() == lines.size();
        }
    }

    /** @param held null when it is not acquired yet */
    public record Line(SkillBlock block, @Nullable AcquiredBlock held) {}
}
