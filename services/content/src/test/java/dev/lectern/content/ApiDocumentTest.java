package dev.lectern.content;

import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ContentTest
class ApiDocumentTest {

    @LocalServerPort int port;

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("content", port);
    }
}
