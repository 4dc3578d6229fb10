package dev.lectern.certificate.web;

import dev.lectern.certificate.application.CertificateViews;
import dev.lectern.certificate.application.RevocationView;
import dev.lectern.certificate.application.RevokingCertificates;
import dev.lectern.certificate.application.RevokingCertificates.Revoke;
import dev.lectern.certificate.domain.CertificateId;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.StepUp;
import dev.lectern.common.web.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the staff does with certificates.
@RestController
@RequestMapping("/api/v1/admin/certificates")
class AdminCertificateController {

    private final RevokingCertificates revoking;
    private final CertificateViews views;
    private final Idempotency idempotency;

    AdminCertificateController(
            RevokingCertificates revoking, CertificateViews views, Idempotency idempotency) {
        this.revoking = revoking;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// Why a certificate is taken back.
    ///
    /// @param reason for the record, nobody outside of the staff sees it
    record RevokeRequest(@NotBlank @Size(max = 2000) String reason) {}

    /// Takes a certificate back for good. Whoever checks it sees it within a minute, also with the
    /// signed form alone. 403 `FORBIDDEN` without the role `admin`; 409 `ALREADY_REVOKED`.
    @StepUp
    @PostMapping("/{id}/revoke")
    ResponseEntity<RevocationView> revokeCertificate(
            @PathVariable UUID id,
            @Valid @RequestBody RevokeRequest request,
            Caller caller,
            IdempotencyKey key) {
        var command = new Revoke(new CertificateId(id), request.reason());
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "revoke-certificate", command),
                        () -> {
                            revoking.revoke(command, caller);
                            return id;
                        });
        return Answered.with(outcome, views.revocation(outcome.id()));
    }
}
