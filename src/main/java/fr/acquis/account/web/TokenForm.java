package fr.acquis.account.web;

import fr.acquis.identity.Tokens;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** What a new token is called, how long it lives, what it may. */
record TokenForm(
        @NotBlank @Size(max = Tokens.MOST_CHARACTERS) String name,
        @NotNull Lifetime lifetime,
        @NotNull Rights rights) {

    static final TokenForm BLANK = new TokenForm("", Lifetime.D90, Rights.READ);

    enum Lifetime {
        D30(30),
        D90(90),
        D180(180),
        D365(365);

        private final int days;

        Lifetime(int days) {
            this.days = days;
        }

        int days() {
            return days;
        }

        Duration duration() {
            return Duration.ofDays(days);
        }
    }

    enum Rights {
        READ,
        ALL
    }
}
