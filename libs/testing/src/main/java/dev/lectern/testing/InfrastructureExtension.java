package dev.lectern.testing;

import dev.lectern.embedded.BrokerChoice;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.TestContextAnnotationUtils;

/// Starts what a test class asks for, or says what the machine lacks for it.
final class InfrastructureExtension
        implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean forced = BrokerChoice.configured() == BrokerChoice.RABBITMQ;
        return forced && partsOf(context).contains(Part.BROKER)
                ? RabbitMqCondition.whereInstalled()
                : ConditionEvaluationResult.enabled("any broker will do");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Infrastructure.start(partsOf(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Infrastructure.bringBack();
    }

    private static Set<Part> partsOf(ExtensionContext context) {
        return context.getTestClass().map(InfrastructureExtension::partsOf).orElse(Set.of());
    }

    static Set<Part> partsOf(Class<?> testClass) {
        WithInfrastructure asked =
                TestContextAnnotationUtils.findMergedAnnotation(
                        testClass, WithInfrastructure.class);
        return asked == null ? Set.of() : Set.of(asked.value());
    }
}
