package dev.lectern.auth;

import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;

class ApiDocumentTest extends RunningAuth {

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("auth", port, signIn().token(somebody(), PASSWORD));
    }
}
