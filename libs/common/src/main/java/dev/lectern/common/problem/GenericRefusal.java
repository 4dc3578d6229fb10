package dev.lectern.common.problem;

import java.time.Duration;
import java.util.List;

/// The refusals that mean the same in every service.
public final class GenericRefusal extends Refusal {

    private GenericRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// Absent, or not the caller's to know of: both must read alike.
    public static Refusal notFound() {
        return new GenericRefusal(Kind.NOT_FOUND, "NOT_FOUND", "There is nothing here for you.");
    }

    public static Refusal forbidden() {
        return new GenericRefusal(Kind.FORBIDDEN, "FORBIDDEN", "Your role does not allow this.");
    }

    /// The person has to prove again who they are, whatever they may do.
    public static Refusal stepUpRequired() {
        return new GenericRefusal(
                Kind.FORBIDDEN,
                "STEP_UP_REQUIRED",
                "Prove again who you are at /auth/step-up, and send what it gives you as Step-Up.");
    }

    public static Refusal tooManyRequests(Duration wait) {
        return new GenericRefusal(
                        Kind.TOO_OFTEN,
                        "TOO_MANY_REQUESTS",
                        "There were too many attempts. Wait as long as Retry-After says.")
                .retryAfter(wait);
    }

    public static Refusal invalid(String pointer, String detail) {
        return new GenericRefusal(Kind.INVALID, "INVALID_VALUE", "A value is not usable.")
                .because(List.of(new Fault("INVALID_VALUE", pointer, detail)));
    }

    public static Refusal unknownParameter(String name) {
        return new GenericRefusal(
                        Kind.INVALID,
                        "UNKNOWN_PARAMETER",
                        "The parameter \"" + name + "\" or its value is not known here.")
                .with("parameter", name);
    }

    public static Refusal parameterNeeded(String name) {
        return new GenericRefusal(
                        Kind.INVALID, "INVALID_VALUE", "The parameter \"" + name + "\" is needed.")
                .with("parameter", name);
    }

    public static Refusal controlCharacterIn(String parameter) {
        return new GenericRefusal(
                        Kind.INVALID,
                        "CONTROL_CHARACTER",
                        "The parameter \"" + parameter + "\" holds a control character.")
                .with("parameter", parameter);
    }

    public static Refusal ifMatchRequired() {
        return new GenericRefusal(
                Kind.VERSION_MISSING,
                "IF_MATCH_REQUIRED",
                "Send the ETag you last read as If-Match.");
    }

    public static Refusal versionStale() {
        return new GenericRefusal(
                Kind.STALE, "VERSION_STALE", "It has changed since you read it. Read it again.");
    }

    public static Refusal idempotencyKeyRequired() {
        return new GenericRefusal(
                Kind.INVALID,
                "IDEMPOTENCY_KEY_REQUIRED",
                "Send an Idempotency-Key of 1 to 64 visible characters, a new one for each intent.");
    }

    public static Refusal idempotencyKeyReused() {
        return new GenericRefusal(
                Kind.RULE,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was used with another request. Take a new key.");
    }

    public static Refusal requestInProgress() {
        return new GenericRefusal(
                        Kind.CONFLICT,
                        "REQUEST_IN_PROGRESS",
                        "The first request with this key is still running. Send the same again.")
                .retryAfter(Duration.ofSeconds(1));
    }

    public static Refusal concurrentChange() {
        return new GenericRefusal(
                        Kind.CONFLICT,
                        "CONCURRENT_CHANGE",
                        "Someone changed this at the same moment. Send it again.")
                .retryAfter(Duration.ofSeconds(1));
    }

    public static Refusal unavailable(String detail) {
        return new GenericRefusal(Kind.UNAVAILABLE, "UNAVAILABLE", detail)
                .retryAfter(Duration.ofSeconds(5));
    }
}
