package dev.lectern.analytics;

import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = "db-scheduler.polling-interval=200ms")
class ApiDocumentTest {

    @LocalServerPort private int port;

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("analytics", port);
    }
}
