package dev.lectern.course.catalog.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.payment.PriceChanged;
import dev.lectern.testing.events.Neighbours.Letter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What courses cost, from the word of payment to the catalogue.
@CourseTest
@SuppressWarnings("NullAway.Init")
class PricesTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();

    @Test
    void areListedWithTheCourse() {
        var course = studio.writtenDraft(ines, Studio.details("For money"));
        studio.priced(course, 4900);
        studio.submit(course, ines);
        studio.approve(course);
        studio.awaitListed(course, 1);

        assertThat(price(course).get("amount").asLong()).isEqualTo(4900);
        assertThat(price(course).get("currency").asString()).isEqualTo("EUR");
    }

    @Test
    void changeAtOnceForACourseThatIsListed() {
        var course = studio.published(ines, "For nothing yet");

        studio.priced(course, 900);

        assertThat(price(course).get("amount").asLong()).isEqualTo(900);
    }

    @Test
    void areNeverReplacedByAnOlderOne() {
        var course = studio.published(ines, "Overtaken");
        var older = letter(course, 100);
        var newer = letter(course, 200);

        studio.hear(newer);
        studio.hear(older);

        assertThat(price(course).get("amount").asLong()).isEqualTo(200);
    }

    private Letter letter(CourseId course, long amount) {
        return studio.neighbours()
                .letter(course.value(), new PriceChanged(course.value(), amount, "EUR"));
    }

    private JsonNode price(CourseId course) {
        return new Client(port)
                .get("/api/v1/catalog/courses/" + course.value())
                .json()
                .get("price");
    }
}
