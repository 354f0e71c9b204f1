package fr.acquis.admissibility.official;

import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1.Experience;
import fr.acquis.admissibility.official.Findings.Found;
import fr.acquis.admissibility.official.Findings.Label;
import fr.acquis.admissibility.official.Findings.Reason;
import fr.acquis.admissibility.official.Findings.Said;
import fr.acquis.admissibility.official.Findings.State;
import fr.acquis.admissibility.official.Findings.Unread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Experiences of a form. They are added, never put in the place of one that was written here. */
final class FormExperiences {

    private final Map<String, String> said;
    private final Livret1 held;
    private final LocalDate today;
    private final List<Found> found;
    private final List<Unread> unread;

    FormExperiences(Map<String, String> said, Livret1 held, LocalDate today, List<Found> found, List<Unread> unread) {
        this.said = said;
        this.held = held;
        this.today = today;
        this.found = found;
        this.unread = unread;
    }

    void read() {
        for (int n = 1; n <= Livret1.MOST_EXPERIENCES; n++) {
            String at = "experience." + n + ".";
            if (Stream.of("start", "length", "description").anyMatch(part -> said.containsKey(at + part))) {
                read(n, at);
            }
        }
    }

    private void read(int n, String at) {
        Label label = Label.of("admissibility.experience", n);
        Optional<Times.Day> start = day(label, said.get(at + "start"));
        LocalDate begun = start.map(Times.Day::day).orElse(null);
        Times.Span span = span(label, said.getOrDefault(at + "length", ""), begun);
        LabelledText.Parts text = LabelledText.read(said.getOrDefault(at + "description", ""), Labels.EXPERIENCE);
        Experience read = new Experience(
                text.labelled().get(Labels.ROLE),
                text.labelled().get(Labels.ORGANISATION),
                Optional.ofNullable(text.labelled().get(Labels.SETTING))
                        .flatMap(Labels::setting)
                        .orElse(null),
                begun,
                span.end(),
                span.weeklyHours(),
                text.text().isEmpty() ? null : text.text());
        boolean reckoned = span.reckoned() || start.filter(day -> !day.exact()).isPresent();
        found.add(new Found(
                "experience." + n,
                label,
                state(read),
                Said.text(inWords(read)),
                null,
                reckoned,
                livret -> livret.with(new Livret1.Experiences(
                        Stream.concat(livret.experiences().experiences().stream(), Stream.of(read))
                                .limit(Livret1.MOST_EXPERIENCES)
                                .toList()))));
    }

    private Optional<Times.Day> day(Label label, @Nullable String written) {
        Optional<Times.Day> day = written == null ? Optional.empty() : Times.day(written);
        if (written != null && day.isEmpty()) {
            unread.add(new Unread(label, written, Reason.NOT_A_DATE));
        }
        return day;
    }

    private Times.Span span(Label label, String written, @Nullable LocalDate start) {
        Times.Span span = Times.span(written, start, today);
        if (!written.isBlank() && !span.understood() && span.weeklyHours() == null) {
            unread.add(new Unread(label, written, Reason.NO_DURATION));
        }
        return span;
    }

    private State state(Experience read) {
        List<Experience> now = held.experiences().experiences();
        if (now.stream().anyMatch(one -> same(one, read))) {
            return State.SAME;
        }
        boolean alike = now.stream()
                .anyMatch(one -> read.start() != null && read.start().equals(one.start()));
        return alike || now.size() >= Livret1.MOST_EXPERIENCES ? State.DIFFERENT : State.NEW;
    }

    private static boolean same(Experience one, Experience other) {
        return text(one.role()).equals(text(other.role()))
                && text(one.organisation()).equals(text(other.organisation()))
                && one.setting() == other.setting()
                && Objects.equals(one.start(), other.start())
                && Objects.equals(one.end(), other.end())
                && number(one.weeklyHours()).compareTo(number(other.weeklyHours())) == 0
                && text(one.description()).equals(text(other.description()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    private static BigDecimal number(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    private String inWords(Experience read) {
        String head = Stream.of(
                        read.role(),
                        read.organisation(),
                        read.start() == null ? null : Times.day(read.start()),
                        Times.span(read.start(), read.end(), read.weeklyHours(), today))
                .filter(part -> part != null && !part.isBlank())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return read.description() == null
                ? head
                : head.isEmpty() ? read.description() : head + "\n" + read.description();
    }
}
