package dev.lectern.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.lectern.gateway");

    @Test
    void hasNoCircles() {
        slices().matching("dev.lectern.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void readsTheTimeFromTheClock() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    }

    /// Only what shows a path, or reads one of a setting, may see it as it was written.
    @Test
    void comparesPathsByPatternsAlone() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("AccessLog")
                .and()
                .haveSimpleNameNotEndingWith("Problems")
                .and()
                .haveSimpleNameNotEndingWith("EdgeSettings")
                .should()
                .callMethod(URI.class, "getRawPath")
                .orShould()
                .callMethod(URI.class, "getPath")
                .check(CLASSES);
    }

    @Test
    void saysWhereNullMayBe() {
        assertThat(CLASSES)
                .filteredOn(type -> !type.getSimpleName().equals("package-info"))
                .extracting(type -> type.getPackage())
                .allMatch(where -> where.isAnnotatedWith(NullMarked.class));
    }
}
