package fr.acquis.certification;

import fr.acquis.shared.CertifyingBodyId;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a certification enters the catalogue with; see {@link Certification} for what each part means. */
public record NewCertification(
        @Nullable CertifyingBodyId certifyingBody,
        String certifier,
        Registration registration,
        @Nullable String number,
        String title,
        @Nullable Level level,
        String branch,
        @Nullable LocalDate registeredFrom,
        @Nullable LocalDate registeredUntil,
        boolean fictive) {

    private static final Pattern NUMBER = Pattern.compile("(RNCP|RS)[0-9]{1,6}");

    public NewCertification {
        if (title.isBlank() || title.length() > 300) {
            throw new IllegalArgumentException("a title has 1 to 300 characters");
        }
        if (certifier.isBlank() || certifier.length() > 200 || branch.isBlank() || branch.length() > 120) {
            throw new IllegalArgumentException("certifier and branch are named, in 200 and 120 characters at most");
        }
        boolean registered = registration == Registration.RNCP || registration == Registration.RS;
        if (registered && (number == null || !number.startsWith(registration.name()))) {
            throw new IllegalArgumentException("what is registered at the " + registration + " bears its number");
        }
        if (number != null && !NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("not a number of the register: " + number);
        }
        if (registeredFrom != null && registeredUntil != null && registeredUntil.isBefore(registeredFrom)) {
            throw new IllegalArgumentException("a registration ends after it begins");
        }
    }
}
