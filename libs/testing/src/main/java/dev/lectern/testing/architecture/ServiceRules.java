package dev.lectern.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The shape all services share. A service's own architecture test is one line that asks for these
/// rules; that each of them bites is tested once, beside them.
public final class ServiceRules {

    private static final String[] ADAPTERS = {
        "..web..", "..messaging..", "..jobs..", "..integration.."
    };
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String EMBEDDABLE = "jakarta.persistence.Embeddable";
    private static final Set<String> CLOCKS =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime");

    private ServiceRules() {}

    /// All rules as tests of the service below this package.
    public static Stream<DynamicTest> of(String basePackage) {
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(basePackage);
        return all(basePackage).entrySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(classes)));
    }

    static Map<String, ArchRule> all(String base) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("adapters use the application, the application uses the domain", layers());
        rules.put("adapters are closed", closedAdapters());
        rules.put("the domain knows the language and its storage, no framework", pureDomain(base));
        rules.put("entities have no setters and no open fields", guardedEntities());
        rules.put("entities do not leave the application", entitiesStayInside());
        rules.put("what is said is a record", vocabulary());
        rules.put("time comes from a clock", timeIsGiven());
        rules.put("ids are made by id types", idsByIdTypes());
        rules.put("nothing is injected into fields or printed", noHiddenWiring());
        rules.put("repositories offer only what is used", bareRepositories());
        rules.put("packages have no cycles", noCycles(base));
        rules.put("every package says what may be null", nullMarked());
        rules.put("no service knows another", independent(base));
        rules.put("one JSON library", oneJsonLibrary());
        return rules;
    }

    private static ArchRule layers() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("adapters")
                .definedBy(ADAPTERS)
                .layer("application")
                .definedBy("..application..")
                .layer("domain")
                .definedBy("..domain..")
                .whereLayer("adapters")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("application")
                .mayOnlyBeAccessedByLayers("adapters");
    }

    private static ArchRule closedAdapters() {
        return classes()
                .that()
                .resideInAnyPackage(ADAPTERS)
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .allowEmptyShould(true);
    }

    private static ArchRule pureDomain(String base) {
        return classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..",
                                base + "..",
                                "org.jspecify..",
                                "jakarta.persistence..",
                                "org.hibernate.annotations..",
                                "org.hibernate.type..",
                                "org.springframework.data..",
                                "dev.lectern.common.problem",
                                "dev.lectern.common.id"))
                .allowEmptyShould(true);
    }

    private static ArchRule guardedEntities() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ENTITY)
                .should(haveNoSetterName())
                .allowEmptyShould(true)
                .because("an entity changes by what happens to it")
                .as("entities have no setters");
    }

    private static ArchCondition<JavaMethod> haveNoSetterName() {
        return new ArchCondition<>("be no setter, in a class without public fields") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var isSetter = method.getName().matches("set[A-Z].*");
                var openField =
                        method.getOwner().getFields().stream()
                                .map(JavaField::getModifiers)
                                .anyMatch(modifiers ->
                                        modifiers.contains(JavaModifier.PUBLIC)
                                                && !modifiers.contains(JavaModifier.FINAL));
                events.add(
                        new SimpleConditionEvent(
                                method, !isSetter && !openField, method.getFullName()));
            }
        };
    }

    private static ArchRule entitiesStayInside() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("..application..")
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .notHaveRawReturnType(annotatedWith(ENTITY))
                .allowEmptyShould(true);
    }

    private static ArchRule vocabulary() {
        return classes()
                .that(
                        DescribedPredicate.or(
                                nameMatching(".*(View|Request|Response|Command)"),
                                implementsAnEventOfTheDomain()))
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> implementsAnEventOfTheDomain() {
        return DescribedPredicate.describe(
                "implement an event of the domain",
                type ->
                        type.getAllRawInterfaces().stream()
                                .anyMatch(parent ->
                                        parent.getPackageName().endsWith(".domain")
                                                && parent.getSimpleName().endsWith("Event")));
    }

    private static ArchRule timeIsGiven() {
        return noClasses()
                .should()
                .callMethodWhere(
                        DescribedPredicate.<JavaMethodCall>describe(
                                "asks the machine for the time",
                                call ->
                                        CLOCKS.contains(call.getTargetOwner().getName())
                                                && call.getName().equals("now")
                                                && call.getTarget()
                                                        .getRawParameterTypes()
                                                        .isEmpty()));
    }

    private static ArchRule idsByIdTypes() {
        return noClasses()
                .that(DescribedPredicate.not(annotatedWith(EMBEDDABLE)))
                .should()
                .callMethodWhere(
                        DescribedPredicate.<JavaMethodCall>describe(
                                "makes an id",
                                call ->
                                        call.getTarget()
                                                        .getFullName()
                                                        .startsWith(
                                                                "dev.lectern.common.id.Ids.next")
                                                || call.getTarget()
                                                        .getFullName()
                                                        .startsWith("java.util.UUID.randomUUID")));
    }

    private static ArchRule noHiddenWiring() {
        var injected =
                fields().should()
                        .notBeAnnotatedWith(
                                "org.springframework.beans.factory.annotation.Autowired")
                        .andShould()
                        .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value");
        var printed =
                noClasses()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err");
        return CompositeArchRule.of(injected).and(printed);
    }

    private static ArchRule bareRepositories() {
        return noClasses()
                .should()
                .beAssignableTo("org.springframework.data.repository.CrudRepository")
                .orShould()
                .beAssignableTo("org.springframework.data.repository.ListCrudRepository");
    }

    private static ArchRule noCycles(String base) {
        return slices().matching(base + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static ArchRule nullMarked() {
        return classes()
                .should(
                        new ArchCondition<>("be in a package that is @NullMarked") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                var marked =
                                        type.getPackage()
                                                .tryGetPackageInfo()
                                                .filter(info ->
                                                        info.isAnnotatedWith(
                                                                "org.jspecify.annotations.NullMarked"))
                                                .isPresent();
                                events.add(
                                        new SimpleConditionEvent(
                                                type,
                                                marked,
                                                type.getPackageName() + " lacks @NullMarked"));
                            }
                        });
    }

    private static ArchRule independent(String base) {
        var others =
                resideInAPackage("dev.lectern..")
                        .and(
                                DescribedPredicate.not(
                                        resideInAnyPackage(
                                                base + "..",
                                                "dev.lectern.common..",
                                                "dev.lectern.events..",
                                                "dev.lectern.paper..")));
        return classes().should(never(dependOnClassesThat(others)));
    }

    private static ArchRule oneJsonLibrary() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("com.fasterxml.jackson..")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAPackage(
                                                        "com.fasterxml.jackson.annotation.."))));
    }
}
