package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Dispensations;
import fr.acquis.admissibility.Dispensations.Dispensation;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1.Prerequisite;
import fr.acquis.admissibility.Livret1.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Pages of livret 1 whose lines follow the certification: what it asks to be held, and its blocs. */
final class MorePages {

    private MorePages() {}

    /** One line for each prerequisite the règlement names, then those the candidate adds. */
    static final class PrerequisitesPage implements Forms.Page {
        public List<PrerequisiteLine> prerequisites = new ArrayList<>();

        PrerequisitesPage(Request request, List<String> asked) {
            for (String label : asked) {
                prerequisites.add(new PrerequisiteLine(label, held(request, label), true));
            }
            request.prerequisites().stream()
                    .filter(line -> !asked.contains(line.label()))
                    .forEach(line -> prerequisites.add(new PrerequisiteLine(line.label(), line.held(), false)));
            if (prerequisites.size() < Livret1.MOST_PREREQUISITES) {
                prerequisites.add(new PrerequisiteLine());
            }
        }

        private static Boolean held(Request request, String label) {
            return request.prerequisites().stream()
                    .filter(line -> label.equals(line.label()))
                    .findFirst()
                    .map(Prerequisite::held)
                    .orElse(null);
        }

        @Override
        public Livret1 into(Livret1 livret) {
            return livret.with(livret.request()
                    .with(prerequisites.stream()
                            .map(line -> new Prerequisite(line.label, line.held))
                            .toList()));
        }
    }

    static final class PrerequisiteLine {
        public String label;
        public Boolean held;
        private final boolean asked;

        PrerequisiteLine() {
            asked = false;
        }

        PrerequisiteLine(String label, Boolean held, boolean asked) {
            this.label = label;
            this.held = held;
            this.asked = asked;
        }

        /** The certification asks for it: its words are not the candidate's to change. */
        public boolean isAsked() {
            return asked;
        }
    }

    static final class DispensationsPage implements Forms.Page {
        public List<DispensationLine> blocks = new ArrayList<>();

        DispensationsPage(Dispensations kept, List<String> codes) {
            for (String code : codes) {
                Dispensation asked = kept.of(code);
                DispensationLine line = new DispensationLine();
                line.code = code;
                line.basis = asked == null ? null : asked.basis();
                line.evidence = asked == null ? null : asked.evidence();
                blocks.add(line);
            }
        }

        @Override
        public Livret1 into(Livret1 livret) {
            return livret.with(new Dispensations(blocks.stream()
                    .map(line -> new Dispensation(line.code, line.basis, line.evidence))
                    .toList()));
        }
    }

    static final class DispensationLine {
        public String code;
        public String basis;
        public UUID evidence;
    }
}
