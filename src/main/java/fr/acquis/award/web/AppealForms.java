package fr.acquis.award.web;

import fr.acquis.award.Appeal;
import fr.acquis.award.Appeals;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Appeals as the browser sends them. */
final class AppealForms {

    private AppealForms() {}

    /** The candidate's. */
    static class Filing {

        @NotBlank(message = "{award.appeal.reasons.required}")
        @Size(max = Appeals.LONGEST)
        private String reasons = "";

        public String getReasons() {
            return reasons;
        }

        public void setReasons(String reasons) {
            this.reasons = reasons;
        }
    }

    /** The examiner's. */
    static class Answer {

        @NotNull(message = "{award.appeal.outcome.required}")
        private Appeal.Outcome outcome;

        @NotBlank(message = "{award.appeal.answer.required}")
        @Size(max = Appeals.LONGEST)
        private String answer = "";

        public Appeal.Outcome getOutcome() {
            return outcome;
        }

        public void setOutcome(Appeal.Outcome outcome) {
            this.outcome = outcome;
        }

        public String getAnswer() {
            return answer;
        }

        public void setAnswer(String answer) {
            this.answer = answer;
        }
    }
}
