package dev.lectern.gateway.pages;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// What the services tell each other, for tools: the AsyncAPI document, and the JSON Schema each
/// event names as its `dataschema`.
@RestController
final class EventDocuments {

    private static final String FOLDER = "event-docs/";

    @GetMapping("/docs/events/asyncapi.yaml")
    ResponseEntity<Resource> asyncApi() {
        return file("asyncapi.yaml", MediaType.parseMediaType("application/yaml"));
    }

    @GetMapping("/docs/events/{type:[a-z-]+\\.[a-z-]+\\.v[0-9]+}.json")
    ResponseEntity<Resource> schema(@PathVariable String type) {
        return file(type + ".json", MediaType.parseMediaType("application/schema+json"));
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        var file = new ClassPathResource(FOLDER + name);
        if (!file.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(type).header("Cache-Control", "no-cache").body(file);
    }
}
