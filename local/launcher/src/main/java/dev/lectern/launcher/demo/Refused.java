package dev.lectern.launcher.demo;

import dev.lectern.client.Answer;
import dev.lectern.launcher.Failure;

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
}
