package fr.acquis.worklist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list as a file. */
@Controller
class ExportPages {

    private final Exports exports;
    private final FilterAddress addresses;
    private final MessageSource messages;

    ExportPages(Exports exports, FilterAddress addresses, MessageSource messages) {
        this.exports = exports;
        this.addresses = addresses;
        this.messages = messages;
    }

    @GetMapping("/worklist/export.csv")
    void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response, Locale locale)
            throws IOException {
        head(response, "text/csv;charset=UTF-8", "csv");
        try (Exports.Sheet sheet = new CsvSheet(response.getOutputStream())) {
            exports.write(addresses.read(parameters).filter(), sheet, locale);
        }
    }

    @GetMapping("/worklist/export.xlsx")
    void xlsx(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response, Locale locale)
            throws IOException {
        head(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        String name = messages.getMessage("worklist.export.sheet", null, locale);
        try (Exports.Sheet sheet = new XlsxSheet(response.getOutputStream(), name)) {
            exports.write(addresses.read(parameters).filter(), sheet, locale);
        }
    }

    private static void head(HttpServletResponse response, String type, String extension) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"acquis-liste." + extension + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
