package fr.acquis.certification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.devservices.AcquisTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@AcquisTest
@Tag("certification")
@Tag("catalogue")
class ShippedCatalogueTest {

    @Autowired
    ShippedCatalogue shipped;

    @Autowired
    Certifications certifications;

    @Autowired
    Branches branches;

    @Autowired
    JdbcClient database;

    @Test
    @Transactional
    void the_shipped_file_adds_what_is_missing_and_corrects_nothing() throws Exception {
        int before = database.sql("select count(*) from certification")
                .query(Integer.class)
                .single();
        database.sql("update certification set title = 'CQP Corrigé par le registre' where number = 'RNCP37268'")
                .update();
        shipped.run(new DefaultApplicationArguments());
        assertThat(database.sql("select count(*) from certification")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
        assertThat(certifications.findByNumber("RNCP37268").orElseThrow().title())
                .isEqualTo("CQP Corrigé par le registre");
    }

    @Test
    void its_certifications_stand_in_their_branch() {
        assertThat(branches.all())
                .filteredOn(one -> one.branch().slug().equals("metallurgie"))
                .singleElement()
                .satisfies(one -> assertThat(one.running()).isGreaterThanOrEqualTo(69));
        CertificationId id =
                certifications.findByNumber("RNCP37268").orElseThrow().id();
        assertThat(branches.of(id)).extracting(Branch::name).containsExactly("Métallurgie");
    }
}
