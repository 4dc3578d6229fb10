package dev.lectern.launcher.demo;

import dev.lectern.client.Answer;
import dev.lectern.launcher.Failure;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The platform said no.
final class Refused extends Failure {

    private final transient Answer answer;

    Refused(String call, Answer answer) {
        super(call + " answered " + answer.reason());
        this.answer = answer;
    }

    /// Whether asking again may help: somebody behind the front door was not there or too slow.
    boolean isPassing() {
        return answer.status() == 503 || answer.status() == 504;
    }

    String code() {
        return answer.code();
    }

    /// Nothing while it is refused for one of these reasons.
    static Optional<JsonNode> unless(Set<String> notYet, Supplier<JsonNode> call) {
        try {
            return Optional.of(call.get());
        } catch (Refused refused) {
            if (notYet.contains(refused.code())) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
