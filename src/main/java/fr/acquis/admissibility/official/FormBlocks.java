package fr.acquis.admissibility.official;

import fr.acquis.admissibility.Dispensations;
import fr.acquis.admissibility.Dispensations.Dispensation;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1.BlockActivity;
import fr.acquis.admissibility.Livret1.Practised;
import fr.acquis.admissibility.official.Findings.Found;
import fr.acquis.admissibility.official.Findings.Label;
import fr.acquis.admissibility.official.Findings.Reason;
import fr.acquis.admissibility.official.Findings.Said;
import fr.acquis.admissibility.official.Findings.Unread;
import fr.acquis.certification.SkillBlock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rubrique 8 of a form: one answer a bloc, though the form has a row for each skill. Rows that differ make it « partly ». */
final class FormBlocks {

    private static final int ROWS = 13;

    private final Map<String, String> said;
    private final Livret1 held;
    private final List<Found> found;
    private final List<Unread> unread;

    FormBlocks(Map<String, String> said, Livret1 held, List<Found> found, List<Unread> unread) {
        this.said = said;
        this.held = held;
        this.found = found;
        this.unread = unread;
    }

    void read(int number, SkillBlock block) {
        String at = "block." + number + ".";
        String code = block.code().value();
        Label label = Label.of("admissibility.official.block", block.title());
        LabelledText.Parts comment = LabelledText.read(said.getOrDefault(at + "comment", ""), Labels.BLOCK);
        List<String> rows = Stream.concat(
                        IntStream.rangeClosed(1, ROWS).mapToObj(row -> said.get(at + "activity." + row)),
                        Stream.of(comment.labelled().get(Labels.PRACTISED)))
                .filter(row -> row != null && !row.isBlank())
                .toList();
        Set<Practised> answers = answers(label, rows);
        Practised practised = answers.isEmpty()
                ? null
                : answers.size() == 1 ? answers.iterator().next() : Practised.PARTLY;
        String text = comment.text().isEmpty() ? null : comment.text();
        if (practised != null || text != null) {
            activity(label, code, practised, text, answers.size() > 1);
        }
        Optional.ofNullable(comment.labelled().get(Labels.DISPENSATION))
                .filter(basis -> !basis.isBlank())
                .ifPresent(basis -> dispensation(block, code, basis));
    }

    private Set<Practised> answers(Label label, List<String> rows) {
        Set<Practised> answers = EnumSet.noneOf(Practised.class);
        for (String row : rows) {
            Labels.practised(row)
                    .ifPresentOrElse(answers::add, () -> unread.add(new Unread(label, row, Reason.NOT_AN_ANSWER)));
        }
        return answers;
    }

    private void activity(
            Label label, String code, @Nullable Practised practised, @Nullable String text, boolean reckoned) {
        BlockActivity now = held.activities().of(code);
        boolean nothing = now == null
                || now.practised() == null
                        && (now.comment() == null || now.comment().isBlank());
        boolean same =
                !nothing && now.practised() == practised && plain(now.comment()).equals(plain(text));
        BlockActivity read = new BlockActivity(code, practised, text);
        found.add(new Found(
                "activities." + code,
                label,
                FormAnswers.state(same, nothing),
                Said.text(inWords(read)),
                nothing ? null : Said.text(inWords(now)),
                reckoned,
                livret -> livret.with(new Livret1.Activities(Stream.concat(
                                livret.activities().blocks().stream().filter(one -> !code.equals(one.code())),
                                Stream.of(read))
                        .toList()))));
    }

    private void dispensation(SkillBlock block, String code, String basis) {
        Dispensation now = held.dispensations().of(code);
        boolean nothing = now == null || now.basis() == null;
        found.add(new Found(
                "dispensations." + code,
                Label.of("admissibility.official.dispensation", block.title()),
                FormAnswers.state(!nothing && plain(now.basis()).equals(basis), nothing),
                Said.text(basis),
                nothing ? null : Said.text(now.basis()),
                false,
                livret -> livret.with(new Dispensations(Stream.concat(
                                livret.dispensations().blocks().stream().filter(one -> !code.equals(one.code())),
                                Stream.of(new Dispensation(
                                        code,
                                        basis,
                                        Optional.ofNullable(
                                                        livret.dispensations().of(code))
                                                .map(Dispensation::evidence)
                                                .orElse(null))))
                        .toList()))));
    }

    private static String inWords(BlockActivity activity) {
        return Stream.of(
                        activity.practised() == null ? null : Labels.practised(activity.practised()),
                        activity.comment())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }
}
