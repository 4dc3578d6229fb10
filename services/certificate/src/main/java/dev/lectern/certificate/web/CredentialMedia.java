package dev.lectern.certificate.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// How signed documents are answered: as the bytes they are, whichever of their names is asked for.
final class CredentialMedia {

    static final String CREDENTIAL = "application/vc+json";
    static final String LINKED_DATA = "application/ld+json";
    static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private CredentialMedia() {}

    static ResponseEntity<byte[]> credential(String document, CacheControl caching) {
        return answer(CREDENTIAL, document, caching);
    }

    static ResponseEntity<byte[]> answer(String type, String document, CacheControl caching) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(caching)
                .body(document.getBytes(StandardCharsets.UTF_8));
    }
}
