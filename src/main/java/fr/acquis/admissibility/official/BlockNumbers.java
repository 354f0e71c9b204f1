package fr.acquis.admissibility.official;

import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.Standard;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocs by the number the official form gives them: the one at the end of the code, else their place. */
final class BlockNumbers {

    private static final Pattern NUMBER = Pattern.compile("BC0*([1-9]\\d?)$");

    private BlockNumbers() {}

    static SortedMap<Integer, SkillBlock> of(Standard standard) {
        SortedMap<Integer, SkillBlock> numbered = new TreeMap<>();
        List<SkillBlock> blocks = standard.blocks();
        for (SkillBlock block : blocks) {
            Matcher number = NUMBER.matcher(block.code().value());
            if (number.find()) {
                numbered.putIfAbsent(Integer.valueOf(number.group(1)), block);
            }
        }
        if (numbered.size() == blocks.size()) {
            return numbered;
        }
        numbered.clear();
        for (int place = 0; place < blocks.size(); place++) {
            numbered.put(place + 1, blocks.get(place));
        }
        return numbered;
    }
}
