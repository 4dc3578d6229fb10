package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Purchases;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// An author looks at how far learners came and what the course earned.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class CourseFiguresTest {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    private Platform platform;
    private Cast cast;
    private Person ines;
    private Studio studio;

    @BeforeAll
    void anInstructor(Platform platform, Cast cast) {
        this.platform = platform;
        this.cast = cast;
        ines = cast.instructor("Ines");
        studio = new Studio(ines, cast.moderator());
    }

    @Test
    void addUpWhatWasPaidAndGivenBackAlikeInBothForms() {
        var course = studio.priced(4_900, "Earns", "First", "Second", "Third", "Fourth");
        new Purchases(platform, cast.learner("Leo")).buys(course.runId());
        var mia = new Purchases(platform, cast.learner("Mia"));
        var order = mia.buys(course.runId());
        assertThat(mia.wantsMoneyBack(order).status()).isEqualTo(201);
        mia.awaitStatus(order, "REFUNDED");
        var path = figures(course, "revenue");

        var revenue =
                await("all of it is counted")
                        .atMost(EFFECT)
                        .until(
                                () -> ines.api().get(path).json(),
                                counted ->
                                        counted.path("gross").asLong() == 9_800
                                                && counted.path("refunded").asLong() == 4_900);
        var csv = ines.api().with("Accept", "text/csv").get(path);

        assertThat(revenue.path("net").asLong()).isEqualTo(4_900);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        var rows = csv.body().strip().lines().skip(1).map(line -> line.split(",")).toList();
        assertThat(rows.stream().mapToLong(row -> Long.parseLong(row[2])).sum()).isEqualTo(9_800);
        assertThat(rows.stream().mapToLong(row -> Long.parseLong(row[3])).sum()).isEqualTo(4_900);
        assertThat(rows).hasSameSizeAs(revenue.path("items"));
    }

    @Test
    void countEachLearnerOnceOnTheWayThroughTheCourse() {
        var course = studio.published("Walked through", "First", "Second");
        var leo = cast.learner("Leo");
        var view = viewOf(course);
        var first =
                await("analytics knows the course")
                        .atMost(EFFECT)
                        .until(() -> sends(leo, view), answer -> answer.status() == 202);
        assertThat(first.json().path("accepted").asInt()).isEqualTo(1);
        var again = sends(leo, view);
        sends(leo, viewOf(course));
        var studies = new Studies(leo, course);
        studies.enroll();
        studies.awaitOpen();
        new Device(leo).completes(course.lessonIds().getFirst());

        assertThat(again.json().path("accepted").asInt()).isZero();
        assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
        await("he is half way")
                .atMost(EFFECT)
                .until(() -> steps(course).getOrDefault("HALFWAY", 0) == 1);
        assertThat(steps(course))
                .containsEntry("VIEWED", 1)
                .containsEntry("ENROLLED", 1)
                .containsEntry("STARTED", 1)
                .containsEntry("COMPLETED", 0);
    }

    @Test
    void areNobodyElsesAndTakeNothingPersonal() {
        var course = studio.published("Private numbers", "First");
        await("analytics knows the course")
                .atMost(EFFECT)
                .until(() -> ines.api().get(figures(course, "funnel")).status() == 200);
        var view = viewOf(course);

        var ivan = cast.instructor("Ivan");
        var leo = cast.learner("Leo");
        var personal =
                sends(
                        leo,
                        view.replace(
                                "\"data\": {", "\"data\": {\"email\": \"leo@lectern.test\", "));
        var old =
                sends(
                        leo,
                        view.replaceAll(
                                "\"time\": \"[^\"]*\"", "\"time\": \"2020-01-01T00:00:00Z\""));

        assertThat(ivan.api().get(figures(course, "funnel")).status()).isEqualTo(404);
        assertThat(leo.api().get(figures(course, "revenue")).status()).isEqualTo(404);
        assertThat(personal.status()).isEqualTo(422);
        assertThat(personal.code()).isEqualTo("PII_KEY");
        assertThat(old.code()).isEqualTo("CLOCK_SKEW");
    }

    private Map<String, Integer> steps(Draft course) {
        return ines.api()
                .get(figures(course, "funnel"))
                .json()
                .path("steps")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                step -> step.path("name").asString(),
                                step -> step.path("learners").asInt()));
    }

    private static String figures(Draft course, String table) {
        return "/api/v1/analytics/courses/" + course.id() + "/" + table;
    }

    private static Answer sends(Person person, String event) {
        return person.api().post("/api/v1/events", "[" + event + "]");
    }

    /// That somebody has looked at the page of a course just now.
    private static String viewOf(Draft course) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "lectern/web",
         "type": "activity.course-viewed.v1", "time": "%s", "data": {"courseId": "%s"}}
        """
                .formatted(UUID.randomUUID(), Instant.now(), course.id());
    }
}
