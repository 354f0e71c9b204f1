package fr.acquis.livret2;

import fr.acquis.evidence.EvidenceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Skills against pieces: a table per bloc, or several where a bloc has more pieces than a sheet has room for. */
public record Matrix(List<Table> tables, int proven, int skills) {

    /** Columns of an A4 sheet across. */
    private static final int COLUMNS = 7;

    public Matrix {
        tables = List.copyOf(tables);
    }

    /** @param part of how many tables of this bloc, from 1 */
    public record Table(Content.Bloc bloc, List<Column> columns, List<Row> rows, int part, int parts) {}

    /** @param number of the piece in the file, from 1 */
    public record Column(int number, Proof piece) {}

    /** @param cells one a column, null where the piece shows nothing of the skill */
    public record Row(Content.Entry entry, List<@Nullable Proof> cells) {}

    public static Matrix of(Content content) {
        List<EvidenceId> order = content.pieces().stream().map(Proof::evidence).toList();
        List<Table> tables = new ArrayList<>();
        for (Content.Bloc bloc : content.blocks()) {
            List<Column> columns = bloc.skills().stream()
                    .flatMap(entry -> entry.proofs().stream())
                    .collect(Collectors.toMap(Proof::evidence, Function.identity(), (first, again) -> first))
                    .values()
                    .stream()
                    .map(proof -> new Column(order.indexOf(proof.evidence()) + 1, proof))
                    .sorted(Comparator.comparingInt(Column::number))
                    .toList();
            int parts = Math.max(1, (columns.size() + COLUMNS - 1) / COLUMNS);
            for (int part = 0; part < parts; part++) {
                List<Column> some = columns.subList(part * COLUMNS, Math.min(columns.size(), (part + 1) * COLUMNS));
                tables.add(new Table(bloc, some, rows(bloc, some), part + 1, parts));
            }
        }
        List<Content.Entry> entries = content.entries();
        return new Matrix(
                tables, (int) entries.stream().filter(Content.Entry::proven).count(), entries.size());
    }

    private static List<Row> rows(Content.Bloc bloc, List<Column> columns) {
        return bloc.skills().stream()
                .map(entry -> {
                    Map<EvidenceId, Proof> proofs =
                            entry.proofs().stream().collect(Collectors.toMap(Proof::evidence, Function.identity()));
                    List<@Nullable Proof> cells = new ArrayList<>();
                    columns.forEach(
                            column -> cells.add(proofs.get(column.piece().evidence())));
                    return new Row(entry, cells);
                })
                .toList();
    }
}
