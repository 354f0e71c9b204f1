package fr.acquis.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;

@ArchTag("fast")
@AnalyzeClasses(packages = "fr.acquis", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule only_workflow_knows_camunda = noClasses()
            .that()
            .resideOutsideOfPackage("fr.acquis.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.camunda..");

    @ArchTest
    static final ArchRule only_evidence_stores_know_the_object_store = noClasses()
            .that()
            .resideOutsideOfPackages("fr.acquis.evidence..", "fr.acquis.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.minio..");

    @ArchTest
    static final ArchRule no_cycle_between_rooms =
            slices().matching("fr.acquis.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule controllers_do_not_show_entities = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .or()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should(notMentionAnEntity());

    /** The description of the API names a record by its short name: two of one name would be described as one. */
    @ArchTest
    static void records_of_the_api_have_names_of_their_own(JavaClasses house) {
        Map<String, List<String>> named = house.stream()
                .filter(one -> one.isRecord() && one.getPackageName().endsWith(".api"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        named.values().removeIf(names -> names.size() == 1);
        assertThat(named).isEmpty();
    }

    @ArchTest
    static final ArchRule shared_holds_values_only = classes()
            .that()
            .resideInAPackage("fr.acquis.shared..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "fr.acquis.shared..", "org.springframework.modulith..", "org.jspecify..");

    @ArchTest
    static final ArchRule stores_and_pages_do_not_meet = noClasses()
            .that()
            .resideInAPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..web..");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("fr.acquis.shared..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now");

    private static ArchCondition<JavaMethod> notMentionAnEntity() {
        return new ArchCondition<>("not mention an entity in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Set.copyOf(method.getAllInvolvedRawTypes()).stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions the entity " + type.getName())));
            }
        };
    }
}
