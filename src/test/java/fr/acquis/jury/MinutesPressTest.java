package fr.acquis.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.Organisations;
import fr.acquis.notification.DocumentPress;
import fr.acquis.notification.Letterheads;
import fr.acquis.notification.SampleBody;
import fr.acquis.notification.SealedPdf;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The minutes as they are kept: an archive, readable by all, draft and signed. */
@AcquisTest
@Tag("jury")
class MinutesPressTest {

    @Autowired
    DocumentPress press;

    @Autowired
    Organisations organisations;

    @Autowired
    Letterheads letterheads;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void signed_minutes_are_an_archive_and_say_who_sat_how_they_voted_and_why() throws Exception {
        String text = pressed("minutes-fr", page("4 février 2027 à 17 h 40"));
        assertThat(text)
                .contains("Awa Koné", "2 / 2", "voix prépondérante", "Signé par confirmation", "n’avoir aucun lien")
                .doesNotContain("Projet");
    }

    @Test
    void a_draft_of_the_minutes_is_one_on_every_page() throws Exception {
        assertThat(pressed("minutes-draft-fr", page(null)))
                .contains("Projet, non signé")
                .doesNotContain("Signé par");
    }

    private String pressed(String name, Minutes.Page page) throws Exception {
        return SealedPdf.checked(
                name,
                press.press(
                        "minutes",
                        SampleBody.with(organisations, letterheads, transaction),
                        Locale.FRENCH,
                        Map.of("minutes", page)));
    }

    private static Minutes.Page page(@Nullable String signedAt) {
        return new Minutes.Page(
                "CQP Négociateur immobilier (RNCP37268)",
                "VAE-2026-000123",
                List.of(
                        new Minutes.Fact("body", "Association de certification de l’immobilier"),
                        new Minutes.Fact("certification", "CQP Négociateur immobilier (RNCP37268)"),
                        new Minutes.Fact("candidate", "Camille Exemple"),
                        new Minutes.Fact("number", "VAE-2026-000123"),
                        new Minutes.Fact("session", "jeudi 4 février 2027, 9 h 30"),
                        new Minutes.Fact("place", "12 rue de l’Exemple, 75011 Paris, salle 3"),
                        new Minutes.Fact("mode", "Dossier et entretien")),
                List.of(
                        new Minutes.Member("Awa Koné", "Présidence", "Collège employeurs", true, true),
                        new Minutes.Member("Bruno Le Goff-Lavigne", "Membre", "Collège salariés", true, true),
                        new Minutes.Member("Chloé Martin", "Membre", "Collège employeurs", false, true),
                        new Minutes.Member("David N’Guyen", "Membre", "Collège salariés", true, false)),
                List.of(
                        line("BC01", "Prospecter et développer un portefeuille de biens et de clients", true, 4, 0, ""),
                        line("BC02", "Estimer un bien immobilier et conseiller son propriétaire", true, 2, 2, ""),
                        line(
                                "BC03",
                                "Conduire les visites et négocier la transaction jusqu’à l’accord des parties",
                                false,
                                1,
                                3,
                                "Les situations décrites ne montrent pas encore l’autonomie attendue dans la conduite de la négociation : les deux ventes présentées ont été conclues par une autre personne.")),
                "RNCP37268BC04",
                "Une partie des blocs est obtenue.",
                "La connexion a été interrompue dix minutes ; l’entretien a été prolongé d’autant.",
                signedAt,
                "Awa Koné");
    }

    private static Minutes.Line line(
            String bloc, String title, boolean obtained, int votesFor, int votesAgainst, String reasons) {
        return new Minutes.Line(
                "RNCP37268" + bloc + " · " + title,
                new BlockDecision("RNCP37268" + bloc, obtained, votesFor, votesAgainst, reasons));
    }
}
