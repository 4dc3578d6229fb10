package dev.lectern.certificate.web;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How signed documents are answered: under one name, whichever is asked for.
final class CredentialMedia {

    static final String CREDENTIAL = "application/vc+json";
    static final String LINKED_DATA = "application/ld+json";
    static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private CredentialMedia() {}

    static ResponseEntity<Map<String, Object>> credential(String document, CacheControl caching) {
        return answer(CREDENTIAL, document, caching);
    }

    static ResponseEntity<Map<String, Object>> answer(
            String type, String document, CacheControl caching) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(caching)
                .body(MAPPER.readValue(document, OBJECT));
    }
}
