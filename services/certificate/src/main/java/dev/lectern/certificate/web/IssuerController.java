package dev.lectern.certificate.web;

import static dev.lectern.certificate.web.CredentialMedia.CREDENTIAL;
import static dev.lectern.certificate.web.CredentialMedia.JSON;
import static dev.lectern.certificate.web.CredentialMedia.LINKED_DATA;

import dev.lectern.certificate.application.StatusLists;
import dev.lectern.certificate.signing.Issuer;
import dev.lectern.common.problem.GenericRefusal;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What anybody needs to check a signed certificate: the keys of the issuer and the lists of what
/// was revoked. Both may be kept for a while.
@RestController
class IssuerController {

    private static final String DID_DOCUMENT = "application/did+ld+json";
    private static final Duration KEYS_GOOD_FOR = Duration.ofMinutes(5);

    private final Issuer issuer;
    private final StatusLists lists;

    IssuerController(Issuer issuer, StatusLists lists) {
        this.issuer = issuer;
        this.lists = lists;
    }

    /// Shows which keys speak for the issuer of certificates, as the document of its `did:web`.
    @GetMapping(
            path = Issuer.DOCUMENT,
            produces = {DID_DOCUMENT, LINKED_DATA, JSON})
    ResponseEntity<Map<String, Object>> getIssuer() {
        return CredentialMedia.answer(
                DID_DOCUMENT,
                issuer.document().toString(),
                CacheControl.maxAge(KEYS_GOOD_FOR).cachePublic());
    }

    /// Shows which certificates of a list were revoked, as a signed `BitstringStatusListCredential`
    /// that may be kept for half a minute. 404 for a list that does not exist.
    ///
    /// @param number as in the `credentialStatus` of a signed certificate
    @GetMapping(
            path = "/api/v1/verify/status-lists/{number}",
            produces = {CREDENTIAL, LINKED_DATA, JSON})
    ResponseEntity<Map<String, Object>> getStatusList(@PathVariable int number) {
        return CredentialMedia.credential(
                lists.withNumber(number).orElseThrow(GenericRefusal::notFound),
                CacheControl.maxAge(StatusLists.GOOD_FOR).cachePublic());
    }
}
