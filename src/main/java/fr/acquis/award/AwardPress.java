package fr.acquis.award;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.journey.Journey;
import fr.acquis.notification.DocumentPress;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a register's entry as the PDF its holder keeps. In French: a title is issued in the language of the law. */
@Component
public class AwardPress {

    private final DocumentPress press;
    private final Certifications certifications;
    private final AcquiredBlocks blocks;

    AwardPress(DocumentPress press, Certifications certifications, AcquiredBlocks blocks) {
        this.press = press;
        this.certifications = certifications;
        this.blocks = blocks;
    }

    /** Takes some tenths of a second: not to be called inside a transaction. */
    public byte[] press(AwardDocument entry, Journey journey) {
        Certification certification = certifications.get(entry.certification());
        Map<String, Object> facts = new HashMap<>();
        facts.put("document", entry);
        facts.put("code", VerificationCode.printed(entry.code()));
        facts.put("certification", certification);
        facts.put("caseNumber", journey.caseNumber());
        facts.put("blocks", lines(entry, journey));
        return press.press(entry.kind().template(), entry.certifyingBody(), Locale.FRENCH, facts);
    }

    private List<Line> lines(AwardDocument entry, Journey journey) {
        Map<String, AcquiredBlock> held = new HashMap<>();
        blocks.heldFor(journey).forEach(block -> held.put(block.code().value(), block));
        return certifications.standard(entry.certification()).blocks().stream()
                .filter(block -> entry.blocks().contains(block.code()))
                .map(block -> new Line(block, held.get(block.code().value()).acquiredOn()))
                .toList();
    }

    /** A bloc on the document. */
    public record Line(SkillBlock block, LocalDate acquiredOn) {}
}
