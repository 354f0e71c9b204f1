package fr.acquis.admissibility.api;

import fr.acquis.admissibility.Gap;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.Section;
import fr.acquis.admissibility.api.Livret1Detail.Livret1Gap;
import fr.acquis.admissibility.api.Livret1Detail.Livret1Piece;
import fr.acquis.certification.Certifications;
import fr.acquis.journey.Journey;
import fr.acquis.platform.api.FieldProblem;
import fr.acquis.platform.api.Moments;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Livret 1 with what it lacks, each gap with the pointer to its value. */
@Component
class Livret1Details {

    private static final Pattern LINE = Pattern.compile("blocks\\[(\\d+)]\\.(\\w+)");

    private final Livret1s livrets;
    private final Certifications certifications;
    private final MessageSource messages;

    Livret1Details(Livret1s livrets, Certifications certifications, MessageSource messages) {
        this.livrets = livrets;
        this.certifications = certifications;
        this.messages = messages;
    }

    Livret1Detail of(Journey journey, Locale locale) {
        Livret1 livret = livrets.get(journey.id());
        return new Livret1Detail(
                livret,
                livrets.savedAt(journey.id()).map(Moments::of).orElse(null),
                livrets.mayWrite(journey),
                gaps(journey, livret, locale),
                livrets.pieces(journey, livret).stream().map(Livret1Piece::of).toList());
    }

    List<Livret1Gap> gaps(Journey journey, Livret1 livret, Locale locale) {
        List<String> expected = expected(journey, livret);
        return livrets.gaps(journey.id()).stream()
                .map(gap -> new Livret1Gap(
                        gap.section(),
                        pointer(gap, livret, expected),
                        gap.messageKey(),
                        messages.getMessage(gap.messageKey(), gap.arguments(), locale)))
                .toList();
    }

    private static String pointer(Gap gap, Livret1 livret, List<String> expected) {
        String section = gap.section().part();
        if (gap.section() == Section.PIECES) {
            return "#";
        }
        if (gap.field().isEmpty()) {
            return "#/" + section;
        }
        if (gap.field().equals("portalFiledOn")) {
            return "#/request/portal/filedOn";
        }
        Matcher line = LINE.matcher(gap.field());
        if (gap.section() != Section.ACTIVITIES || !line.matches()) {
            return FieldProblem.pointer(section + "." + gap.field());
        }
        // The check counts the blocs that are aimed at; the form holds those that were answered.
        int place = place(livret, expected.get(Integer.parseInt(line.group(1))));
        return place < 0 ? "#/activities/blocks" : "#/activities/blocks/" + place + "/" + line.group(2);
    }

    private static int place(Livret1 livret, String code) {
        return livret.activities().blocks().stream()
                .map(Livret1.BlockActivity::code)
                .toList()
                .indexOf(code);
    }

    private List<String> expected(Journey journey, Livret1 livret) {
        List<String> all = certifications.standard(journey.certification()).blocks().stream()
                .map(block -> block.code().value())
                .toList();
        return livret.request().target() == Livret1.Target.BLOCKS
                ? all.stream().filter(livret.request().blocks()::contains).toList()
                : all;
    }
}
