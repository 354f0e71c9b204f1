package fr.acquis.devservices;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Confidence;
import fr.acquis.certification.Level;
import fr.acquis.certification.NewCertification;
import fr.acquis.certification.Registration;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.Rule;
import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.certification.Standard;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Fictive certifications with a whole standard and a règlement, run by the demonstration body; their numbers cannot exist. */
@TestConfiguration(proxyBeanMethods = false)
public class DemonstrationCatalogue {

    private static final String FILES = "classpath:demonstration/certifications/*.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Bean
    @Order(20)
    ApplicationRunner demonstrationCertifications(
            Organisations organisations,
            Certifications certifications,
            Regulations regulations,
            TransactionTemplate transaction) {
        return arguments -> {
            List<Description> descriptions = descriptions();
            transaction.executeWithoutResult(status -> {
                CertifyingBody body =
                        organisations.register(DevelopmentConfiguration.BODY, "Certificateur de démonstration");
                descriptions.stream()
                        .filter(one -> certifications.findByNumber(one.number()).isEmpty())
                        .forEach(one -> enter(one, body, certifications, regulations));
                descriptions.stream().filter(one -> one.renewedBy() != null).forEach(one -> renew(one, certifications));
            });
        };
    }

    private static List<Description> descriptions() throws IOException {
        List<Description> descriptions = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            try (InputStream content = file.getInputStream()) {
                descriptions.add(JSON.readValue(content, Description.class));
            }
        }
        return descriptions;
    }

    private static void enter(
            Description one, CertifyingBody body, Certifications certifications, Regulations regulations) {
        CertificationId id = certifications.register(new NewCertification(
                body.id(),
                body.name(),
                one.registration(),
                one.number(),
                one.title(),
                one.level(),
                one.branch(),
                one.registeredFrom(),
                one.registeredUntil(),
                true));
        certifications.describe(id, one.standard());
        regulations.adopt(
                id, one.regulation().stream().<Rule<?>>map(Parameter::rule).toList());
    }

    private static void renew(Description one, Certifications certifications) {
        var here = certifications.findByNumber(one.number()).orElseThrow();
        if (!here.renewed()) {
            certifications.renewBy(
                    here.id(),
                    certifications.findByNumber(one.renewedBy()).orElseThrow().id());
        }
    }

    record Description(
            Registration registration,
            String number,
            String title,
            @Nullable Level level,
            String branch,
            LocalDate registeredFrom,
            LocalDate registeredUntil,
            @Nullable String renewedBy,
            List<String> activities,
            List<Block> blocks,
            List<Parameter> regulation) {

        Standard standard() {
            return new Standard(
                    activities,
                    IntStream.range(0, blocks.size())
                            .mapToObj(n -> blocks.get(n).block(number, n + 1))
                            .toList());
        }
    }

    record Block(String title, List<Statement> skills) {

        SkillBlock block(String number, int place) {
            return new SkillBlock(
                    new SkillBlockCode("%sBC%02d".formatted(number, place)),
                    title,
                    IntStream.range(0, skills.size())
                            .mapToObj(n -> skills.get(n).skill("C%d.%d".formatted(place, n + 1)))
                            .toList());
        }
    }

    record Statement(String statement, List<String> criteria) {

        Skill skill(String code) {
            return new Skill(SkillId.create(), code, statement, criteria);
        }
    }

    record Parameter(String name, String value, LocalDate from, String source, Confidence confidence) {

        Rule<?> rule() {
            return rule(RegulationParameters.named(name).orElseThrow());
        }

        private <T> Rule<T> rule(RegulationParameter<T> parameter) {
            return new Rule<>(parameter, parameter.read(value), source, confidence, from);
        }
    }
}
