package dev.lectern.certificate.web;

import static dev.lectern.certificate.web.CredentialMedia.CREDENTIAL;
import static dev.lectern.certificate.web.CredentialMedia.JSON;
import static dev.lectern.certificate.web.CredentialMedia.LINKED_DATA;

import dev.lectern.certificate.application.CertificateView;
import dev.lectern.certificate.application.CertificateViews;
import dev.lectern.certificate.application.Certifying;
import dev.lectern.certificate.application.PrintingCertificates;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the caller has completed, to show and to print.
@RestController
@RequestMapping("/api/v1/certificates")
class CertificateController {

    private final CertificateViews views;
    private final PrintingCertificates printing;
    private final Certifying certifying;

    CertificateController(
            CertificateViews views, PrintingCertificates printing, Certifying certifying) {
        this.views = views;
        this.printing = printing;
        this.certifying = certifying;
    }

    /// Lists the caller's certificates, newest first.
    ///
    /// @param courseId only those of this course
    @GetMapping
    Page<CertificateView> listCertificates(
            @RequestParam Optional<UUID> courseId, PageQuery page, Caller caller) {
        return views.all(courseId, page, caller);
    }

    /// Prints one of the caller's certificates as a PDF. 404 for anybody else's.
    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> getCertificatePdf(@PathVariable UUID id, Caller caller) {
        var name = ContentDisposition.inline().filename("certificate-" + id + ".pdf").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(printing.print(id, caller));
    }

    /// Signs one of the caller's certificates as an Open Badge 3.0, which anybody can check with
    /// the issuer's public key alone. 404 for anybody else's.
    @GetMapping(
            path = "/{id}/credential",
            produces = {CREDENTIAL, LINKED_DATA, JSON})
    ResponseEntity<Map<String, Object>> getCredential(@PathVariable UUID id, Caller caller) {
        return CredentialMedia.credential(certifying.certify(id, caller), CacheControl.noStore());
    }
}
