package dev.lectern.launcher.control;

import dev.lectern.launcher.control.Switch.Outcome;
import java.util.regex.MatchResult;

/// `POST /services/{name}/kill`, `/stop` and `/start`.
final class ServicePaths extends ControlPaths {

    private final Switch services;

    ServicePaths(Switch services) {
        super("/services/([a-z]+)/(kill|stop|start)");
        this.services = services;
    }

    @Override
    Answer obey(MatchResult path, String body) {
        String service = path.group(1);
        return switch (asked(service, path.group(2))) {
            case DONE -> new Answer.Done();
            case UNKNOWN_SERVICE ->
                    new Answer.Refused(404, "NOT_FOUND", service + " is not running here.");
            case NOT_ISOLATED ->
                    new Answer.Refused(
                            409,
                            "NOT_ISOLATED",
                            "Start with --isolated to give " + service + " a JVM of its own.");
        };
    }

    private Outcome asked(String service, String verb) {
        return switch (verb) {
            case "kill" -> services.kill(service);
            case "stop" -> services.stop(service);
            default -> services.start(service);
        };
    }
}
