package fr.acquis.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as mail programs write them, and what is left of them. */
@Tag("fast")
class OwnWordsTest {

    private static final String OWN = "Bonjour,\n\nMardi me convient.\n\nCamille";

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void what_was_quoted_and_signed_is_cut(String program, String quoted) {
        assertThat(OwnWords.of(OWN + "\n" + quoted)).isEqualTo(OWN);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("Gmail fr", """

                        Le ven. 27 nov. 2026 à 10:12, Certificateur de démonstration (Acquis) <
                        reponses+0123456789abcdef@acquis.example> a écrit :

                        > Bonjour Camille,
                        >
                        > On vous a écrit.
                        """),
                shape("Gmail en", """

                        On Fri, Nov 27, 2026 at 10:12 AM Certificateur (Acquis) <reponses@acquis.example>
                        wrote:

                        > Hello Camille,
                        """),
                shape("Outlook fr", """

                        De : Certificateur (Acquis) <reponses@acquis.example>
                        Envoyé : vendredi 27 novembre 2026 10:12
                        À : Camille Exemple <camille@acquis.example>
                        Objet : Un message vous attend dans le dossier VAE-2026-000123

                        Bonjour Camille,
                        On vous a écrit.
                        """),
                shape("Outlook en", """
                        ________________________________
                        From: Certificateur (Acquis) <reponses@acquis.example>
                        Sent: Friday, November 27, 2026 10:12 AM
                        To: Camille Exemple
                        Subject: A message waits for you

                        Hello Camille,
                        """),
                shape("Outlook ancien", """

                        -----Message d’origine-----
                        De : Certificateur
                        Bonjour Camille,
                        """),
                shape("Outlook ancien en", "\n-----Original Message-----\nFrom: Certificateur\nHello\n"),
                shape("Outlook sur un téléphone", """

                        Obtenir Outlook pour iOS<https://aka.ms/o0ukef>
                        ________________________________
                        De : Certificateur (Acquis) <reponses@acquis.example>
                        Envoyé : Friday, November 27, 2026 10:12:00 AM
                        À : Camille Exemple
                        Objet : Un message vous attend

                        Bonjour
                        """),
                shape("Apple Mail", """

                        Envoyé de mon iPhone

                        > Le 27 nov. 2026 à 10:12, Certificateur (Acquis) <reponses@acquis.example> a écrit :
                        >\s
                        > Bonjour Camille,
                        """),
                shape("Apple Mail sur un ordinateur", """

                        Le 27 nov. 2026 à 10:12, Certificateur (Acquis) <reponses@acquis.example> a écrit :

                        Bonjour Camille,
                        """),
                shape("Thunderbird", """

                        Le 27/11/2026 à 10:12, Certificateur (Acquis) a écrit :
                        > Bonjour Camille,
                        >
                        > -- \s
                        > Expéditeur : Certificateur
                        """),
                shape("signature", "\n-- \nCamille Exemple\n06 12 34 56 78\n"),
                shape("Orange, messagerie d’avant", """

                        > Message du 27/11/26 10:12
                        > De : "Certificateur (Acquis)" <reponses@acquis.example>
                        > A : camille@acquis.example
                        > Objet : Un message vous attend
                        > Bonjour Camille,
                        """),
                shape("Orange", """

                        envoyé : 27 novembre 2026 à 10:12
                        de : Certificateur (Acquis) <reponses@acquis.example>
                        à : camille@acquis.example
                        objet : Un message vous attend

                        Bonjour Camille,
                        """));
    }

    private static Arguments shape(String program, String quoted) {
        return Arguments.of(program, quoted);
    }

    @Test
    void answers_below_and_between_marked_lines_are_kept() {
        assertThat(OwnWords.of("""
                        Le 27/11/2026 à 10:12, Certificateur a écrit :
                        > Venez-vous mardi ?
                        Oui.
                        > À quelle heure ?
                        À dix heures.
                        """)).isEqualTo("Oui.\nÀ dix heures.");
    }

    @Test
    void sentences_that_only_look_like_a_quotation_stay() {
        String own = """
                Le directeur m’a écrit :
                il me libère le mardi.

                De : Lyon, à : Paris, deux heures de train.
                Date : mardi
                --------
                Fin""";
        assertThat(OwnWords.of(own)).isEqualTo(own);
    }

    @Test
    void a_page_becomes_its_lines_without_what_it_quotes() {
        String html = """
                <html><head><style>p { color: red }</style></head><body><div dir="ltr">Bonjour,<div><br></div>
                <div>Mardi&nbsp;me <b>convient</b>.<ul><li>un</li><li>deux</li></ul></div></div><br>
                <div class="gmail_quote"><div class="gmail_attr">Le ven. 27 nov. 2026 à 10:12, Certificateur
                 &lt;<a href="mailto:x@acquis.example">x@acquis.example</a>&gt; a écrit :<br></div>
                <blockquote><p>Bonjour Camille, <script>alert(1)</script></p></blockquote></div></body></html>
                """;
        assertThat(OwnWords.of(HtmlText.of(html)).replace('\u00a0', ' '))
                .startsWith("Bonjour,")
                .contains("\nMardi me convient.\n- un\n- deux")
                .doesNotContain("Camille", "a écrit", ">", "alert", "color");
    }

    @Test
    void nothing_but_a_quotation_is_nothing() {
        assertThat(OwnWords.of("\n\nLe 27/11/2026 à 10:12, Certificateur a écrit :\n> Bonjour\n"))
                .isEmpty();
    }
}
