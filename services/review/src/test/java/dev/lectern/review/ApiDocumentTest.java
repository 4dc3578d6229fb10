package dev.lectern.review;

import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;

class ApiDocumentTest extends ReviewServiceTest {

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("review", port);
    }
}
