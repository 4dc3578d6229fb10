package dev.lectern.review;

import dev.lectern.testing.architecture.ServiceRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheShapeAllServicesShare() {
        return ServiceRules.of("dev.lectern.review");
    }
}
