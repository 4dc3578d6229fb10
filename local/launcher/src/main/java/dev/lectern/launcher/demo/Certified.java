package dev.lectern.launcher.demo;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The certificate of somebody who has completed a course.
record Certified(Visitor learner, String courseId) {

    /// @return where anybody can check it
    String untilItIsIssued() {
        return certificate().path("verifyUrl").asString();
    }

    /// An admin takes it back, once.
    ///
    /// @param admin has stepped up by then
    void isRevoked(Supplier<Visitor> admin, String reason) {
        var certificate = certificate();
        if (!certificate.path("status").asString().equals("REVOKED")) {
            admin.get()
                    .post(
                            "/api/v1/admin/certificates/%s/revoke"
                                    .formatted(certificate.path("id").asString()),
                            Map.of("reason", reason));
        }
    }

    private JsonNode certificate() {
        return Patience.until("certificate", this::issued);
    }

    private Optional<JsonNode> issued() {
        return learner.get("/api/v1/certificates?courseId=" + courseId)
                .path("items")
                .valueStream()
                .findFirst();
    }
}
