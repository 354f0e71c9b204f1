package fr.acquis.livret2;

import fr.acquis.certification.Certifications;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers anybody who holds a receipt: was this deposited, and when? It names nobody. */
@Service
public class DepositVerification {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final DepositRows deposits;
    private final Journeys journeys;
    private final Certifications certifications;
    private final Organisations organisations;

    DepositVerification(
            DepositRows deposits, Journeys journeys, Certifications certifications, Organisations organisations) {
        this.deposits = deposits;
        this.journeys = journeys;
        this.certifications = certifications;
        this.organisations = organisations;
    }

    /** @param typed the hash of the whole, with spaces or in capitals as it may have been copied */
    @Transactional(readOnly = true)
    public List<Finding> of(String typed) {
        String hash = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return HASH.matcher(hash).matches()
                ? deposits.sealed(new Sha256(hash)).stream().map(this::finding).toList()
                : List.of();
    }

    private Finding finding(Deposit deposit) {
        Journey journey = journeys.find(deposit.journey()).orElseThrow();
        return new Finding(
                certifications.get(journey.certification()).title(),
                organisations
                        .find(journey.certifyingBody())
                        .map(CertifyingBody::name)
                        .orElse(""),
                deposit.attempt(),
                deposit.number(),
                deposit.depositedAt(),
                deposit.content().pieces().size());
    }

    public record Finding(
            String certification, String certifyingBody, int attempt, int number, Instant depositedAt, int pieces) {}
}
