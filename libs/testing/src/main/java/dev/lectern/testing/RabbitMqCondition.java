package dev.lectern.testing;

import dev.lectern.embedded.Broker;
import dev.lectern.embedded.BrokerChoice;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips tests of RabbitMQ where the tests run on another broker.
final class RabbitMqCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (BrokerChoice.configured() == BrokerChoice.EMBEDDED) {
            return ConditionEvaluationResult.disabled(
                    "skipped: needs RabbitMQ, and the embedded broker was chosen");
        }
        return whereInstalled();
    }

    static ConditionEvaluationResult whereInstalled() {
        return Broker.rabbitMqIsInstalled()
                ? ConditionEvaluationResult.enabled("RabbitMQ is installed")
                : ConditionEvaluationResult.disabled("skipped: needs rabbitmq-server");
    }
}
