package dev.lectern.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ServiceRulesTest {

    private static final String BAD = "dev.lectern.testing.architecture.bad";

    /// Every rule meets a small service that breaks it: a rule that lets it pass can never fail.
    @TestFactory
    Stream<DynamicTest> rejectsAServiceThatBreaksIt() {
        JavaClasses bad = new ClassFileImporter().importPackages(BAD, "dev.lectern.elsewhere");
        return ServiceRules.all(BAD).entrySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.getKey(),
                                () ->
                                        assertThat(rule.getValue().evaluate(bad).hasViolation())
                                                .as(rule.getKey())
                                                .isTrue()));
    }
}
