package dev.lectern.assessment;

import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AssessmentTest
class ApiDocumentTest {

    @LocalServerPort int port;

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("assessment", port);
    }
}
