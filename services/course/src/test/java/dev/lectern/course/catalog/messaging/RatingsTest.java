package dev.lectern.course.catalog.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.review.RatingChanged;
import dev.lectern.testing.events.Neighbours.Letter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// How courses are rated, from the word of review to the catalogue.
@CourseTest
@SuppressWarnings("NullAway.Init")
class RatingsTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();

    @Test
    void showOnThePageAndInTheSearchAtOnce() {
        var course = studio.published(ines, "Wellspoken Quokkas");

        studio.hear(letter(course, "4.67", 3));

        assertThat(rating(course).get("average").decimalValue()).isEqualByComparingTo("4.67");
        assertThat(rating(course).get("count").asInt()).isEqualTo(3);
        var found =
                new Client(port)
                        .get("/api/v1/catalog/search?q=Wellspoken&minRating=4.6")
                        .json()
                        .at("/items/0/rating");
        assertThat(found.get("average").decimalValue()).isEqualByComparingTo("4.67");
    }

    @Test
    void areGoneWithTheLastReview() {
        var course = studio.published(ines, "Reviewed no more");
        studio.hear(letter(course, "1.00", 1));

        studio.hear(letter(course, null, 0));

        assertThat(rating(course).get("average").isNull()).isTrue();
        assertThat(rating(course).get("count").asInt()).isZero();
    }

    @Test
    void areNeverReplacedByOlderOnes() {
        var course = studio.published(ines, "Overtaken in esteem");
        var older = letter(course, "1.00", 1);
        var newer = letter(course, "3.00", 2);

        studio.hear(newer);
        studio.hear(older);
        studio.hear(newer);

        assertThat(rating(course).get("count").asInt()).isEqualTo(2);
    }

    @Test
    void areListedWithACourseThatWasRatedBefore() {
        var course = studio.writtenDraft(ines, Studio.details("Rated before it was listed"));
        studio.hear(letter(course, "5.00", 1));
        studio.submit(course, ines);
        studio.approve(course);
        studio.awaitListed(course, 1);

        assertThat(rating(course).get("count").asInt()).isEqualTo(1);
    }

    @Test
    void stayOverANewVersion() {
        var course = studio.published(ines, "Rated and renewed");
        studio.hear(letter(course, "4.00", 8));

        studio.publishNext(course, ines);
        studio.awaitListed(course, 2);

        assertThat(rating(course).get("count").asInt()).isEqualTo(8);
    }

    private Letter letter(CourseId course, @Nullable String average, int count) {
        return studio.neighbours()
                .letter(
                        course.value(),
                        new RatingChanged(
                                course.value(),
                                average == null ? null : new BigDecimal(average),
                                count));
    }

    private JsonNode rating(CourseId course) {
        return new Client(port)
                .get("/api/v1/catalog/courses/" + course.value())
                .json()
                .get("rating");
    }
}
