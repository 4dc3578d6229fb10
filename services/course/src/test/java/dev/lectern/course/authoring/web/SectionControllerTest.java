package dev.lectern.course.authoring.web;

import static dev.lectern.course.testkit.Desk.assertRefused;
import static dev.lectern.course.testkit.Desk.pathOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.Outlining;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CourseTest
class SectionControllerTest {

    @LocalServerPort int port;
    @Autowired Studio studio;
    @Autowired Outlining outlining;

    private final Caller ines = Studio.anInstructor();
    private Desk author = new Desk(new Client(0));
    private CourseId course = new CourseId(new UUID(0, 0));

    @BeforeEach
    void aDraft() {
        author = Desk.of(port, ines);
        course = studio.draft(ines, "Sections");
    }

    @Test
    void addsASectionAtTheEndUnderTheEtagOfTheWholeDraft() {
        var first = add("{\"title\": \" Waves \"}");
        var second = add("{\"title\": \"Sampling\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("title")).isEqualTo("Waves");
        assertThat(first.json().get("position").asInt()).isEqualTo(1);
        assertThat(first.header("Location"))
                .isEqualTo(pathOf(course) + "/sections/" + first.text("id"));
        assertThat(second.json().get("position").asInt()).isEqualTo(2);
        assertThat(second.header("ETag"))
                .isNotEqualTo(first.header("ETag"))
                .isEqualTo(author.read(course).header("ETag"));
    }

    @Test
    void addsOneSectionForARepeatedRequest() {
        var keyed = author.client().withKey("section");
        var path = pathOf(course) + "/sections";

        var first = keyed.post(path, "{\"title\": \"Waves\"}");
        var second = keyed.post(path, "{\"title\": \"Waves\"}");

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(author.outline(course).json().get("sections")).hasSize(1);
        assertRefused(keyed.post(path, "{\"title\": \"Other\"}"), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void needsAKeyToAdd() {
        assertRefused(
                author.client().post(pathOf(course) + "/sections", "{\"title\": \"Waves\"}"),
                400,
                "IDEMPOTENCY_KEY_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | INVALID_VALUE",
                "{\"title\": \" \"}                  | INVALID_VALUE",
                "{\"title\": null}                   | INVALID_VALUE",
                "{\"title\": \"A\", \"position\": 1} | UNKNOWN_FIELD",
                "{\"title\":                         | MALFORMED_JSON"
            })
    void refusesATitleThatIsNone(String body, String code) {
        var path = pathOf(course, studio.section(course, "Kept", ines));

        assertRefused(add(body), 400, code);
        assertRefused(author.having(author.read(course)).patch(path, body), 400, code);
    }

    @Test
    void takesATitleUpToItsLengthAndNotMore() {
        assertThat(add("{\"title\": \"%s\"}".formatted("x".repeat(120))).status()).isEqualTo(201);
        assertRefused(add("{\"title\": \"%s\"}".formatted("x".repeat(121))), 400, "INVALID_VALUE");
    }

    @Test
    void renamesAndRemovesASectionInTheVersionThatWasRead() {
        var added = add("{\"title\": \"Waves\"}");
        var path = added.header("Location");

        var renamed = author.having(added).patch(path, "{\"title\": \"Oscillations\"}");
        var stale = author.having(added).delete(path);
        var unread = author.delete(path);
        var removed = author.having(renamed).delete(path);

        assertThat(renamed.text("title")).isEqualTo("Oscillations");
        assertRefused(stale, 412, "VERSION_STALE");
        assertRefused(unread, 428, "IF_MATCH_REQUIRED");
        assertRefused(author.patch(path, "{\"title\": \"X\"}"), 428, "IF_MATCH_REQUIRED");
        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.header("ETag")).isEqualTo(author.read(course).header("ETag"));
    }

    @Test
    void keepsASectionThatStillHasLessons() {
        var section = studio.section(course, "Waves", ines);
        studio.article(course, section, "Sine", ines);

        assertRefused(
                author.having(author.read(course)).delete(pathOf(course, section)),
                422,
                "SECTION_NOT_EMPTY");
    }

    @Test
    void findsNoSectionThatIsGoneOrOfAnotherCourse() {
        var other = studio.draft(ines, "Other");
        var elsewhere = studio.section(other, "Elsewhere", ines);

        for (var section : new SectionId[] {elsewhere, new SectionId(UUID.randomUUID())}) {
            var path = pathOf(course, section);
            var reading = author.having(author.read(course));
            assertRefused(reading.patch(path, "{\"title\": \"Mine\"}"), 404, "NOT_FOUND");
            assertRefused(reading.delete(path), 404, "NOT_FOUND");
        }
        assertThat(author.outline(other).json().at("/sections/0/title").asString())
                .isEqualTo("Elsewhere");
    }

    @Test
    void addsNoSectionAfterTheTwoHundredth() {
        studio.fill(course, 200, 0);

        assertRefused(add("{\"title\": \"One more\"}"), 422, "OUTLINE_FULL");
    }

    @Test
    void changesNothingUnderReview() {
        course = studio.submitted(ines, "Under review");
        var path = pathOf(course, studio.firstSection(course, ines));
        var reading = author.having(author.read(course));

        assertRefused(add("{\"title\": \"More\"}"), 409, "UNDER_REVIEW");
        assertRefused(reading.patch(path, "{\"title\": \"Other\"}"), 409, "UNDER_REVIEW");
        assertRefused(reading.delete(path), 409, "UNDER_REVIEW");
    }

    private Answer add(String body) {
        return author.post(pathOf(course) + "/sections", body);
    }
}
