package dev.lectern.user;

import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApiDocumentTest {

    @LocalServerPort int port;

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("user", port);
    }
}
