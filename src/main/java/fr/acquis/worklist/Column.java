package fr.acquis.worklist;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a row shows besides who, what and by when; the same stand in an export. */
public enum Column {
    CASE_NUMBER,
    CERTIFICATION,
    BRANCH,
    STAGE,
    HOLDER,
    TEAM,
    TAGS,
    WHY,
    AGE;

    public static final Set<Column> USUAL = EnumSet.of(CASE_NUMBER, CERTIFICATION, HOLDER, TAGS, WHY);

    public String messageKey() {
        return "worklist.column." + name();
    }

    public static Set<Column> read(String names) {
        Set<String> chosen = Set.of(names.split(" "));
        return Arrays.stream(values())
                .filter(column -> chosen.contains(column.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
    }

    public static String write(Set<Column> columns) {
        return columns.stream().sorted().map(Column::name).collect(Collectors.joining(" "));
    }
}
