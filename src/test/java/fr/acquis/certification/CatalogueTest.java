package fr.acquis.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.acquis.devservices.AcquisTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@AcquisTest
@Tag("certification")
@Tag("catalogue")
class CatalogueTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Certifications certifications;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contrôle qualité",
                "CONTROLE QUALITE",
                "qualité contrôle",
                "RNCP37268",
                "37268",
                "metallurgie controle",
                "RNCP 37268",
                "controles de la qualite",
                "  controle   qualite  ",
            })
    void a_certification_is_found_by_words_of_its_title_number_or_branch_whatever_case_and_accents(String words) {
        assertThat(found(words)).contains("CQP Agent de contrôle qualité dans l'industrie");
    }

    @Test
    void a_typed_apostrophe_finds_a_printed_one() {
        assertThat(found("d'unité autonome")).contains("CQP Equipier d’unité autonome de production industrielle");
        assertThat(found("equipier d’unite")).contains("CQP Equipier d’unité autonome de production industrielle");
    }

    @Test
    void a_certification_is_found_by_its_blocs() {
        assertThat(found("portefeuille de biens")).containsExactly("CQP Négociateur immobilier");
        assertThat(found("RNCP99901BC01")).containsExactly("CQP Négociateur immobilier");
    }

    @Test
    @Transactional
    void what_a_bloc_written_today_says_is_found_today() {
        CertificationId id = certifications.register(named("CQP Fondeur"));
        assertThat(found("sablerie")).isEmpty();
        SkillBlock block = new SkillBlock(new SkillBlockCode("ESSAIBC01"), "Conduire une sablerie", List.of());
        certifications.describe(id, new Standard(List.of(), List.of(block)));
        assertThat(found("sablerie")).containsExactly("CQP Fondeur");
    }

    @Test
    @Transactional
    void what_was_here_before_words_were_kept_is_found_after_the_next_start() {
        CertificationId id = certifications.register(named("CQP Dinandier"));
        database.sql("delete from certification_word where certification_id = :id")
                .param("id", id.value())
                .update();
        assertThat(found("dinandier")).isEmpty();
        certifications.completeDerived();
        assertThat(found("dinandier")).containsExactly("CQP Dinandier");
    }

    @Test
    void a_page_before_is_the_page_one_came_from() {
        CataloguePage first = certifications.search(new CatalogueSearch("industriel", null, 3));
        CataloguePage second = certifications.search(new CatalogueSearch("industriel", first.next(), 3));
        CataloguePage third = certifications.search(new CatalogueSearch("industriel", second.next(), 3));
        assertThat(certifications.search(new CatalogueSearch("industriel", null, third.previous(), 3)))
                .isEqualTo(second);
        CataloguePage back = certifications.search(new CatalogueSearch("industriel", null, second.previous(), 3));
        assertThat(back).isEqualTo(first);
        assertThat(back.previous()).isNull();
        assertThat(certifications.count("industriel")).isGreaterThan(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "\\", "\"", "';--", "100%", "zzzz", "\u0000", "😀", "%%%%"})
    void signs_of_sql_mean_themselves(String words) {
        assertThat(found(words)).isEmpty();
    }

    @Test
    @Transactional
    void a_percent_sign_in_a_title_is_found_as_such() {
        certifications.register(named("CQP Taux à 100 % et œuvres_d'art"));
        assertThat(found("%")).containsExactly("CQP Taux à 100 % et œuvres_d'art");
        assertThat(found("oeuvres_")).containsExactly("CQP Taux à 100 % et œuvres_d'art");
    }

    @Test
    void pages_follow_each_other_without_hole_or_repeat_in_the_order_of_titles() {
        List<String> all = titles(certifications.search(new CatalogueSearch("industriel", null, 100)));
        List<String> paged = new ArrayList<>();
        CertificationId after = null;
        do {
            CataloguePage page = certifications.search(new CatalogueSearch("industriel", after, 3));
            assertThat(page.entries()).hasSizeBetween(1, 3);
            paged.addAll(titles(page));
            after = page.next();
        } while (after != null);
        assertThat(paged).hasSizeGreaterThan(6).containsExactlyElementsOf(all);
    }

    @Test
    void a_search_of_nothing_lists_all_and_the_last_page_says_so() {
        CataloguePage all = certifications.search(new CatalogueSearch("", null, 100));
        assertThat(all.entries()).hasSizeGreaterThan(75);
        assertThat(all.next()).isNull();
    }

    @Test
    void a_page_after_what_is_not_there_is_refused() {
        assertThatExceptionOfType(UnknownCertification.class)
                .isThrownBy(() -> certifications.search(new CatalogueSearch("", CertificationId.create(), 10)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CatalogueSearch("q".repeat(10_000), null, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new CatalogueSearch("", null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CatalogueSearch("", null, 101));
    }

    @Test
    void the_standard_comes_back_in_the_order_of_its_document() {
        Certification certification = numbered("RNCP99901");
        Standard standard = certifications.standard(certification.id());
        assertThat(standard.blocks())
                .extracting(block -> block.code().value())
                .containsExactly(
                        "RNCP99901BC01",
                        "RNCP99901BC02",
                        "RNCP99901BC03",
                        "RNCP99901BC04",
                        "RNCP99901BC05",
                        "RNCP99901BC06");
        assertThat(standard.activities()).hasSize(6);
        SkillBlock first = standard.blocks().getFirst();
        assertThat(first.skills()).extracting(Skill::code).containsExactly("C1.1", "C1.2", "C1.3");
        assertThat(first.skills().getFirst().criteria())
                .containsExactly(
                        "Le secteur est délimité et ses prix sont documentés par des ventes récentes",
                        "Les concurrents et leurs honoraires sont identifiés");
        assertThat(standard.skill(first.skills().getFirst().id()))
                .contains(first.skills().getFirst());
        assertThat(certifications.standard(numbered("RNCP37268").id()).known()).isFalse();
    }

    @Test
    void a_standard_is_written_once() {
        Certification certification = numbered("RNCP99901");
        assertThatExceptionOfType(StandardDescribed.class)
                .isThrownBy(() -> certifications.describe(certification.id(), Standard.UNKNOWN));
    }

    @Test
    void openness_follows_register_and_reglement() {
        assertThat(certifications.openness(numbered("RNCP99901").id(), DAY))
                .isEqualTo(new Openness.Open(LocalDate.of(2028, 12, 31)));
        assertThat(certifications.openness(numbered("RNCP37268").id(), DAY)).isEqualTo(new Openness.Open(null));
        assertThat(reason("RS99901", DAY)).isEqualTo(Openness.Reason.RS_ONLY);
        assertThat(reason("RNCP99904", DAY)).isEqualTo(Openness.Reason.REGISTRATION_ENDED);
        assertThat(reason("RNCP99905", DAY)).isEqualTo(Openness.Reason.CLOSED_BY_REGULATION);
        assertThat(certifications
                        .openness(numbered("RNCP99905").id(), LocalDate.of(2027, 1, 1))
                        .open())
                .isTrue();
    }

    @Test
    void a_renewed_fiche_names_its_successor_and_never_one_it_renews() {
        Certification old = numbered("RNCP99904");
        Certification now = numbered("RNCP99903");
        assertThat(old.replacedBy()).isEqualTo(now.id());
        assertThatIllegalArgumentException().isThrownBy(() -> certifications.renewBy(now.id(), old.id()));
        assertThatIllegalArgumentException().isThrownBy(() -> certifications.renewBy(now.id(), now.id()));
    }

    @Test
    void an_unknown_id_is_said_to_be_unknown() {
        CertificationId nobody = CertificationId.create();
        assertThat(certifications.find(nobody)).isEmpty();
        assertThatExceptionOfType(UnknownCertification.class).isThrownBy(() -> certifications.standard(nobody));
        assertThatExceptionOfType(UnknownCertification.class).isThrownBy(() -> certifications.openness(nobody, DAY));
    }

    private Openness.Reason reason(String number, LocalDate day) {
        return certifications.openness(numbered(number).id(), day) instanceof Openness.Closed closed
                ? closed.reason()
                : null;
    }

    private Certification numbered(String number) {
        return certifications.findByNumber(number).orElseThrow();
    }

    private List<String> found(String words) {
        return titles(certifications.search(new CatalogueSearch(words, null, 100)));
    }

    private static List<String> titles(CataloguePage page) {
        return page.entries().stream()
                .map(entry -> entry.certification().title())
                .toList();
    }

    private static NewCertification named(String title) {
        return new NewCertification(
                null, "Un certificateur", Registration.AUCUN, null, title, null, "Essai", null, null, true);
    }
}
