package dev.lectern.certificate;

import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;

class ApiDocumentTest extends CertificateServiceTest {

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("certificate", port);
    }
}
