package dev.lectern.media;

import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MediaTest
class ApiDocumentTest {

    @LocalServerPort int port;

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("media", port);
    }
}
