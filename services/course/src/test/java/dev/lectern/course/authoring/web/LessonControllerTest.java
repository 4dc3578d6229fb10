package dev.lectern.course.authoring.web;

import static dev.lectern.course.testkit.Desk.assertRefused;
import static dev.lectern.course.testkit.Desk.pathOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
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
class LessonControllerTest {

    private static final String NOWHERE = "0199a3c0-1f00-7a10-8b00-000000000001";

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private Desk author = new Desk(new Client(0));
    private CourseId course = new CourseId(new UUID(0, 0));
    private SectionId section = new SectionId(new UUID(0, 0));

    @BeforeEach
    void aDraftWithASection() {
        author = Desk.of(port, ines);
        course = studio.draft(ines, "Lessons");
        section = studio.section(course, "Waves", ines);
    }

    @Test
    void addsALessonThatIsRequiredAndNoPreviewUnlessToldOtherwise() {
        var plain = add("ARTICLE", "");
        var other = add("ARTICLE", ", \"required\": false, \"preview\": true");

        assertThat(plain.status()).isEqualTo(201);
        assertThat(plain.header("Location"))
                .isEqualTo(pathOf(course) + "/lessons/" + plain.text("id"));
        assertThat(plain.header("ETag")).isNotEqualTo(other.header("ETag"));
        assertThat(other.header("ETag")).isEqualTo(author.read(course).header("ETag"));
        assertThat(plain.text("sectionId")).isEqualTo(section.value().toString());
        assertThat(plain.json().get("position").asInt()).isEqualTo(1);
        assertThat(plain.json().get("required").asBoolean()).isTrue();
        assertThat(plain.json().get("preview").asBoolean()).isFalse();
        assertThat(other.json().get("position").asInt()).isEqualTo(2);
        assertThat(other.json().get("required").asBoolean()).isFalse();
        assertThat(other.json().get("preview").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ARTICLE, REF_BROKEN",
        "VIDEO, MEDIA_NOT_READY",
        "QUIZ, QUIZ_UNANSWERABLE",
        "ASSIGNMENT, REF_BROKEN"
    })
    void knowsEveryKindAndWarnsOfWhatIsNotReady(String kind, String warning) {
        var lesson = add(kind, "");

        assertThat(lesson.text("kind")).isEqualTo(kind);
        assertThat(lesson.json().at("/warnings/0/code").asString()).isEqualTo(warning);
    }

    @Test
    void addsOneLessonForARepeatedRequest() {
        var keyed = author.client().withKey("lesson");
        var path = pathOf(course) + "/lessons";

        var first = keyed.post(path, lesson("ARTICLE", ""));
        var second = keyed.post(path, lesson("ARTICLE", ""));

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertRefused(keyed.post(path, lesson("VIDEO", "")), 422, "IDEMPOTENCY_KEY_REUSED");
        assertRefused(
                author.client().post(path, lesson("ARTICLE", "")), 400, "IDEMPOTENCY_KEY_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ARTICLE\"    | \"POEM\"           | INVALID_VALUE",
                "\"ARTICLE\"    | null               | INVALID_VALUE",
                "\"A lesson\"   | \" \"              | INVALID_VALUE",
                "\"required\"   | \"mandatory\"      | UNKNOWN_FIELD",
                "true           | \"yes\"            | INVALID_VALUE",
                "\"title\":     | \"title\"          | MALFORMED_JSON"
            })
    void refusesWhatIsWrongOnItsFace(String good, String bad, String code) {
        var body = lesson("ARTICLE", ", \"required\": true").replace(good, bad);

        assertRefused(author.post(pathOf(course) + "/lessons", body), 400, code);
    }

    @ParameterizedTest
    @CsvSource({
        "VIDEO, videoId, REF_UNKNOWN",
        "QUIZ, quizId, REF_UNKNOWN",
        "ASSIGNMENT, assignmentId, REF_UNKNOWN",
        "QUIZ, videoId, KIND_MISMATCH",
        "VIDEO, assignmentId, KIND_MISMATCH",
        "ARTICLE, quizId, KIND_MISMATCH"
    })
    void refusesReferencesOfTheWrongKindOrToWhatNobodyKnows(
            String kind, String field, String code) {
        var ref = ", \"ref\": {\"%s\": \"%s\"}".formatted(field, NOWHERE);
        var existing = add(kind, "");

        assertRefused(add(kind, ref), 422, code);
        assertRefused(
                author.having(existing)
                        .patch(existing.header("Location"), "{\"title\": \"Other\"" + ref + "}"),
                422,
                code);
    }

    @Test
    void refusesASectionThatIsNotInTheCourse() {
        var elsewhere = studio.section(studio.draft(ines, "Other"), "Elsewhere", ines);
        var added = add("ARTICLE", "");

        section = elsewhere;
        assertRefused(add("ARTICLE", ""), 422, "REF_UNKNOWN");
        assertRefused(
                author.having(added)
                        .patch(
                                added.header("Location"),
                                "{\"sectionId\": \"" + elsewhere.value() + "\"}"),
                422,
                "REF_UNKNOWN");
    }

    @Test
    void addsNoLessonAfterTheFiveHundredthOfASection() {
        studio.fill(course, 2, 500);
        section = studio.firstSection(course, ines);

        assertRefused(add("ARTICLE", ""), 422, "SECTION_FULL");
    }

    @Test
    void addsNoLessonAfterTheTwoThousandthOfACourse() {
        studio.fill(course, 20, 100);
        section = studio.firstSection(course, ines);

        assertRefused(add("ARTICLE", ""), 422, "OUTLINE_FULL");
    }

    @Test
    void changesMovesAndRemovesALesson() {
        var second = studio.section(course, "Two", ines);
        var lesson = add("VIDEO", "");
        var path = lesson.header("Location");

        var changed =
                author.having(lesson)
                        .patch(
                                path,
                                "{\"sectionId\": \"%s\", \"preview\": true, \"ref\": null}"
                                        .formatted(second.value()));
        var stale = author.having(lesson).patch(path, "{\"title\": \"X\"}");
        var removed = author.having(changed).delete(path);

        assertThat(changed.text("sectionId")).isEqualTo(second.value().toString());
        assertThat(changed.text("title")).isEqualTo("A lesson");
        assertThat(changed.json().get("preview").asBoolean()).isTrue();
        assertRefused(stale, 412, "VERSION_STALE");
        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.header("ETag")).isEqualTo(author.read(course).header("ETag"));
        assertRefused(author.having(removed).delete(path), 404, "NOT_FOUND");
    }

    @Test
    void changesAndRemovesOnlyWhatWasRead() {
        var path = add("ARTICLE", "").header("Location");

        assertRefused(author.patch(path, "{\"title\": \"X\"}"), 428, "IF_MATCH_REQUIRED");
        assertRefused(author.delete(path), 428, "IF_MATCH_REQUIRED");
        assertRefused(author.with("If-Match", "\"0\"").delete(path), 412, "VERSION_STALE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": null}     | INVALID_VALUE",
                "{\"title\": \" \"}    | INVALID_VALUE",
                "{\"kind\": null}      | INVALID_VALUE",
                "{\"required\": null}  | INVALID_VALUE",
                "{\"preview\": null}   | INVALID_VALUE",
                "{\"sectionId\": null} | INVALID_VALUE",
                "{\"kind\": \"POEM\"}  | INVALID_VALUE",
                "{\"position\": 1}     | UNKNOWN_FIELD"
            })
    void keepsALessonFromBecomingWhatItCannotBe(String body, String code) {
        var lesson = add("ARTICLE", "");

        assertRefused(author.having(lesson).patch(lesson.header("Location"), body), 400, code);
        assertThat(author.read(course).header("ETag")).isEqualTo(lesson.header("ETag"));
    }

    @Test
    void findsNoLessonOfAnotherCourse() {
        var other = studio.writtenDraft(ines, Studio.details("Other"));
        var path = pathOf(course, studio.firstLesson(other, ines));
        var reading = author.having(author.read(course));

        assertRefused(reading.patch(path, "{\"title\": \"Mine\"}"), 404, "NOT_FOUND");
        assertRefused(reading.delete(path), 404, "NOT_FOUND");
        assertRefused(
                reading.delete(pathOf(course, new LessonId(UUID.randomUUID()))), 404, "NOT_FOUND");
    }

    @Test
    void changesNothingUnderReview() {
        course = studio.submitted(ines, "Under review");
        section = studio.firstSection(course, ines);
        var path = pathOf(course, studio.firstLesson(course, ines));
        var reading = author.having(author.read(course));

        assertRefused(add("ARTICLE", ""), 409, "UNDER_REVIEW");
        assertRefused(reading.patch(path, "{\"title\": \"Other\"}"), 409, "UNDER_REVIEW");
        assertRefused(reading.delete(path), 409, "UNDER_REVIEW");
    }

    private Answer add(String kind, String more) {
        return author.post(pathOf(course) + "/lessons", lesson(kind, more));
    }

    private String lesson(String kind, String more) {
        return "{\"sectionId\": \"%s\", \"title\": \"A lesson\", \"kind\": \"%s\"%s}"
                .formatted(section.value(), kind, more);
    }
}
