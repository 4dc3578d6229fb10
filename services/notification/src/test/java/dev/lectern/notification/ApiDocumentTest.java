package dev.lectern.notification;

import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;

class ApiDocumentTest extends NotificationServiceTest {

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("notification", port);
    }
}
