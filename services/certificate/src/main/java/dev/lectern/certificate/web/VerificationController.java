package dev.lectern.certificate.web;

import static dev.lectern.certificate.web.CredentialMedia.CREDENTIAL;
import static dev.lectern.certificate.web.CredentialMedia.JSON;
import static dev.lectern.certificate.web.CredentialMedia.LINKED_DATA;

import dev.lectern.certificate.application.Certifying;
import dev.lectern.certificate.application.VerificationView;
import dev.lectern.certificate.application.Verifying;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.problem.Problems;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Anybody checks a certificate by its code, as data or as a page. Whatever was never given out is
/// answered with a 404 that is alike to the last byte.
@RestController
class VerificationController {

    private static final String DATA = "/api/v1/verify";
    private static final String PAGE = "/verify";

    private final Verifying verifying;
    private final Certifying certifying;
    private final VerificationPage page;
    private final ProblemDetail nothing;

    VerificationController(
            Verifying verifying, Certifying certifying, VerificationPage page, Problems problems) {
        this.verifying = verifying;
        this.certifying = certifying;
        this.page = page;
        this.nothing = nothing(problems);
    }

    /// Says what a code stands for. 404 for whatever was never given out, alike to the last byte.
    ///
    /// @param code the 26 letters and digits printed on the certificate
    @GetMapping({DATA, DATA + "/{*code}"})
    VerificationView verifyCertificate(@PathVariable Optional<String> code) {
        return find(code).orElseThrow(NeverGivenOut::new);
    }

    /// Signs what a code stands for as an Open Badge 3.0, which can be checked without asking here
    /// again. 404 for whatever was never given out, alike to the last byte.
    ///
    /// @param code the 26 letters and digits printed on the certificate
    @GetMapping(
            path = DATA + "/{code}/credential",
            produces = {CREDENTIAL, LINKED_DATA, JSON})
    ResponseEntity<Map<String, Object>> getCredentialByCode(@PathVariable String code) {
        return CredentialMedia.credential(
                certifying.certify(code).orElseThrow(NeverGivenOut::new), CacheControl.noStore());
    }

    /// Says the same on a page for people, the target of the QR code. 404 with a page that says so.
    ///
    /// @param code the 26 letters and digits printed on the certificate
    @GetMapping({PAGE, PAGE + "/{*code}"})
    ResponseEntity<String> showVerification(@PathVariable Optional<String> code) {
        return page.of(find(code));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothing(NeverGivenOut code) {
        return ResponseEntity.status(nothing.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(nothing);
    }

    private static final class NeverGivenOut extends RuntimeException {}

    private Optional<VerificationView> find(Optional<String> rest) {
        // What follows the path begins with its slash.
        return verifying.verify(rest.map(path -> path.substring(1)).orElse(""));
    }

    /// Without what tells one answer from another: the path asked for and the trace.
    private static ProblemDetail nothing(Problems problems) {
        var problem = problems.of(GenericRefusal.notFound(), DATA);
        var properties = problem.getProperties();
        if (properties != null) {
            properties.remove("traceId");
        }
        return problem;
    }
}
