package fr.acquis.livret2.web;

import fr.acquis.evidence.Evidence;
import fr.acquis.livret2.Matrix;
import fr.acquis.livret2.Suggestions;
import fr.acquis.livret2.Writing;
import fr.acquis.shared.JourneyId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Skills against pieces, to look at, to open a page from and to print. */
@Controller
class MatrixPages {

    private final Livret2Models models;
    private final Suggestions suggestions;
    private final Writing writing;

    MatrixPages(Livret2Models models, Suggestions suggestions, Writing writing) {
        this.models = models;
        this.suggestions = suggestions;
        this.writing = writing;
    }

    @GetMapping("/journeys/{id}/livret2/matrix")
    String matrix(@PathVariable UUID id, Model model, Locale locale) {
        JourneyId journey = new JourneyId(id);
        Livret2View view = models.put(journey, model, locale, "livret2.matrix");
        model.addAttribute("matrix", Matrix.of(view.livret().content()));
        model.addAttribute("suggested", suggestions.counts(journey));
        model.addAttribute("unlinked", view.writes() ? unlinked(journey, view) : List.of());
        return "livret2/matrix";
    }

    private List<Evidence> unlinked(JourneyId journey, Livret2View view) {
        Set<?> linked = view.livret().content().evidences();
        return writing.pieces(journey).stream()
                .filter(piece -> !linked.contains(piece.id()))
                .toList();
    }
}
