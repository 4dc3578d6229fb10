package dev.lectern.testing.api;

/// The refusals a call meets by its shape: because it has a body, needs a key, edits a version, or
/// simply because it is a call. No comment has to name them.
enum SharedProblem {
    CONTROL_CHARACTER(
            400,
            "A text holds a control character or half a character; line breaks and tabs may stay."),
    IDEMPOTENCY_KEY_REQUIRED(
            400, "Send an `Idempotency-Key` of 1 to 64 visible characters, a new one each intent."),
    INVALID_VALUE(
            400, "A value is missing, out of range or of the wrong type; `errors` says where."),
    MALFORMED_JSON(400, "The body is not valid JSON."),
    UNKNOWN_FIELD(400, "The body holds a field that is not known here; `errors` says which."),
    UNKNOWN_PARAMETER(400, "A parameter of the query, or its value, is not known here."),
    UNAUTHENTICATED(401, "Sign in and send a valid token."),
    FORBIDDEN(403, "Your role does not allow this."),
    STEP_UP_REQUIRED(
            403,
            "Prove again who you are at `/auth/step-up`, and send what it gives as `Step-Up`."),
    NOT_FOUND(404, "It does not exist, or it is not yours to know of."),
    CONCURRENT_CHANGE(409, "Someone changed this at the same moment. Send it again."),
    REQUEST_IN_PROGRESS(
            409, "The first request with this key is still running. Send the same again."),
    VERSION_STALE(412, "It has changed since you read it. Read it again."),
    BODY_TOO_LARGE(413, "A body may have 1 MiB. Send files through an upload."),
    CONTENT_TYPE_UNSUPPORTED(415, "Send the body as `application/json`."),
    IDEMPOTENCY_KEY_REUSED(422, "This key was used with another request. Take a new one."),
    IF_MATCH_REQUIRED(428, "Send the `ETag` you last read as `If-Match`."),
    TOO_MANY_REQUESTS(429, "The limit for this minute is used up. Wait as `Retry-After` says."),
    UNAVAILABLE(503, "A part of the platform does not answer. Send the same again, key included.");

    private final int status;
    private final String meaning;

    SharedProblem(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    Problem problem() {
        return new Problem(name(), status, meaning);
    }

    int status() {
        return status;
    }
}
