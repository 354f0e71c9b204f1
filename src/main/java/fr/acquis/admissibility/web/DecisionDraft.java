package fr.acquis.admissibility.web;

import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.DecisionDrafts;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.certification.Standard;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the forms of the decision page: nothing yet but the missing pieces, or what an agent typed, shown back as
 * it was. Lines are added and removed here, so that it works without a script too.
 *
 * @param open the form to show open
 * @param why the key of what to correct; null when nothing was refused
 * @param focus the field to go to, null for none
 */
record DecisionDraft(
        @Nullable Form open,
        @Nullable String why,
        String comment,
        List<CompletionRequest.Piece> pieces,
        String answerBy,
        List<ReasonLine> reasons,
        @Nullable String focus) {

    static final int MOST_LINES = 30;

    private static final CompletionRequest.Piece NO_PIECE = new CompletionRequest.Piece("", null);

    enum Form {
        ADMIT,
        ASK,
        REFUSE
    }

    /**
     * One reason as it is typed.
     *
     * @param about what was chosen from the list, empty for a criterion in free words
     * @param options keys of what the person may do now
     */
    record ReasonLine(String about, String criterion, String reason, String advice, List<String> options) {

        static final ReasonLine EMPTY = new ReasonLine("", "", "", "", List.of());

        boolean isBlank() {
            return about.isBlank() && criterion.isBlank() && reason.isBlank() && advice.isBlank();
        }
    }

    static DecisionDraft fresh(List<CompletionRequest.Piece> missing) {
        return new DecisionDraft(
                null, null, "", missing.isEmpty() ? List.of(NO_PIECE) : missing, "", List.of(ReasonLine.EMPTY), null);
    }

    /** As it was left; why it was refused then is not asked again. */
    static DecisionDraft kept(DecisionDrafts.Words words) {
        return new DecisionDraft(
                Form.valueOf(words.open()),
                null,
                words.comment(),
                words.pieces(),
                words.answerBy(),
                words.reasons().stream()
                        .map(one ->
                                new ReasonLine(one.about(), one.criterion(), one.reason(), one.advice(), one.options()))
                        .toList(),
                null);
    }

    DecisionDrafts.Words words() {
        return new DecisionDrafts.Words(
                open.name(),
                comment,
                pieces,
                answerBy,
                reasons.stream()
                        .map(one -> new DecisionDrafts.Reason(
                                one.about(), one.criterion(), one.reason(), one.advice(), one.options()))
                        .toList());
    }

    /** Everything that was typed, in whichever form; what the other forms hold stays as it is offered. */
    static DecisionDraft typed(Form form, HttpServletRequest request, DecisionDraft fresh) {
        return switch (form) {
            case ADMIT ->
                new DecisionDraft(
                        form, null, one(request, "comment"), fresh.pieces, fresh.answerBy, fresh.reasons, null);
            case ASK ->
                new DecisionDraft(
                        form, null, fresh.comment, pieces(request), one(request, "answerBy"), fresh.reasons, null);
            case REFUSE ->
                new DecisionDraft(form, null, fresh.comment, fresh.pieces, fresh.answerBy, reasons(request), null);
        };
    }

    /** @param change {@code add}, or {@code remove-} and the number of a line */
    DecisionDraft changed(String change) {
        if (open == Form.ASK) {
            List<CompletionRequest.Piece> lines = changed(pieces, NO_PIECE, change);
            return new DecisionDraft(
                    open, why, comment, lines, answerBy, reasons, "piece-" + focused(change, lines.size()));
        }
        List<ReasonLine> lines = changed(reasons, ReasonLine.EMPTY, change);
        return new DecisionDraft(open, why, comment, pieces, answerBy, lines, "about-" + focused(change, lines.size()));
    }

    DecisionDraft refused(String key) {
        return new DecisionDraft(open, key, comment, pieces, answerBy, reasons, null);
    }

    public boolean wrong(String form) {
        return why != null && open == Form.valueOf(form);
    }

    public boolean shows(String form) {
        return open == Form.valueOf(form);
    }

    List<CompletionRequest.Piece> namedPieces() {
        return pieces.stream().filter(piece -> !piece.name().isBlank()).toList();
    }

    /** @throws DateTimeException for what is no date */
    @Nullable
    LocalDate answerDay() {
        return answerBy.isBlank() ? null : LocalDate.parse(answerBy);
    }

    List<RefusalReason> givenReasons(Criteria criteria, Standard standard) {
        return reasons.stream()
                .filter(line -> !line.isBlank())
                .map(line -> new RefusalReason(
                        criteria.words(standard, line.about(), line.criterion()),
                        line.reason().strip(),
                        line.advice().isBlank() ? null : line.advice().strip(),
                        criteria.optionWords(line.options())))
                .toList();
    }

    private static List<CompletionRequest.Piece> pieces(HttpServletRequest request) {
        return IntStream.range(0, count(request, "piece"))
                .mapToObj(line -> new CompletionRequest.Piece(
                        at(request, "piece", line).strip(),
                        orNull(at(request, "expected", line)),
                        orNull(at(request, "code", line))))
                .toList();
    }

    private static List<ReasonLine> reasons(HttpServletRequest request) {
        return IntStream.range(0, count(request, "reason"))
                .mapToObj(line -> new ReasonLine(
                        at(request, "about", line),
                        at(request, "criterion", line),
                        at(request, "reason", line),
                        at(request, "advice", line),
                        List.of(values(request, "option-" + line))))
                .toList();
    }

    private static <T> List<T> changed(List<T> lines, T empty, String change) {
        List<T> all = new ArrayList<>(lines);
        if (change.equals("add") && all.size() < MOST_LINES) {
            all.add(empty);
        } else if (change.matches("remove-\\d{1,2}") && number(change) < all.size()) {
            all.remove(number(change));
        }
        return all.isEmpty() ? List.of(empty) : List.copyOf(all);
    }

    private static int focused(String change, int lines) {
        return change.startsWith("remove-") ? Math.min(number(change), lines - 1) : lines - 1;
    }

    private static int number(String change) {
        return Integer.parseInt(change.substring("remove-".length()));
    }

    private static int count(HttpServletRequest request, String name) {
        return Math.min(values(request, name).length, MOST_LINES);
    }

    private static String at(HttpServletRequest request, String name, int line) {
        String[] values = values(request, name);
        return line < values.length ? values[line] : "";
    }

    private static String one(HttpServletRequest request, String name) {
        return at(request, name, 0);
    }

    private static String[] values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
