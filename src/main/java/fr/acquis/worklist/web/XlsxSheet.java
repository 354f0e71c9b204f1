package fr.acquis.worklist.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook written as it comes: a hundred rows in memory. Every cell is a text, so that nothing in it is ever run. */
final class XlsxSheet implements Exports.Sheet {

    private static final int KEPT = 100;

    /** What a cell of the format holds. */
    private static final int LONGEST_CELL = 32_767;

    private final OutputStream out;
    private final SXSSFWorkbook book = new SXSSFWorkbook(KEPT);
    private final SXSSFSheet sheet;
    private int next;

    XlsxSheet(OutputStream out, String name) {
        this.out = out;
        this.sheet = book.createSheet(name);
        sheet.createFreezePane(0, 1);
    }

    @Override
    public void line(List<String> cells) {
        Row row = sheet.createRow(next++);
        for (int n = 0; n < cells.size(); n++) {
            String text = cells.get(n);
            row.createCell(n).setCellValue(text.substring(0, Math.min(text.length(), LONGEST_CELL)));
        }
    }

    @Override
    public void close() throws IOException {
        try (book) {
            book.write(out);
        }
    }
}
