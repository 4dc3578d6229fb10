package dev.lectern.gamification;

import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;

class ApiDocumentTest extends GamificationServiceTest {

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("gamification", port);
    }
}
