package dev.lectern.course;

import dev.lectern.course.testkit.CourseTest;
import dev.lectern.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CourseTest
class ApiDocumentTest {

    @LocalServerPort int port;

    @Test
    void isWhatTheServiceOffers() {
        ApiDocument.requireFresh("course", port);
    }
}
