package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// An instructor writes a course, a moderator lets it through, and people find it.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class PublishingTest {

    private Cast cast;
    private Person ines;
    private Studio studio;

    @BeforeAll
    void anInstructor(Cast cast) {
        this.cast = cast;
        ines = cast.instructor("Ines");
        studio = new Studio(ines, cast.moderator());
    }

    @Test
    void startsWithADraftNobodyElseKnowsOf() {
        var word = word();
        var draft = studio.draft("Draft " + word, "Unfinished");
        var stranger = cast.instructor("Other");

        assertThat(stranger.api().get("/api/v1/courses/" + draft.id()).status()).isEqualTo(404);
        assertThat(cast.anonymous().get("/api/v1/catalog/courses/" + draft.id()).status())
                .isEqualTo(404);
        assertThat(search(word).json().path("items").isEmpty()).isTrue();
    }

    @Test
    void takesNoEditThatDoesNotKnowTheLatestVersion() {
        var draft = studio.draft("Edited", "First");
        var path = "/api/v1/courses/" + draft.id();
        var read = studio.etagOf(draft);
        ines.api().with("If-Match", read).patch(path, "{\"title\": \"Edited once\"}");

        var blind = ines.api().patch(path, "{\"title\": \"Blind\"}");
        var stale = ines.api().with("If-Match", read).patch(path, "{\"title\": \"Stale\"}");

        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.code()).isEqualTo("IF_MATCH_REQUIRED");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("VERSION_STALE");
        assertThat(ines.api().get(path).text("title")).isEqualTo("Edited once");
    }

    @Test
    void isNotSubmittedBeforeTheGateIsContent() {
        var draft = studio.draft("Empty");

        var refused =
                ines.intending()
                        .with("If-Match", studio.etagOf(draft))
                        .post("/api/v1/courses/" + draft.id() + "/submit", "{}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("GATE_FAILED");
        assertThat(refused.json().path("errors").valueStream().map(e -> e.path("code").asString()))
                .contains("NO_LESSON");
    }

    @Test
    void isNotSubmittedWithoutAPrice() {
        var course =
                ines.intending()
                        .post(
                                "/api/v1/courses",
                                """
                                {"title": "Priceless", "summary": "Nobody said what it costs.",
                                 "language": "en", "level": "BEGINNER",
                                 "category": "ENGINEERING"}
                                """);

        var gate = ines.api().get("/api/v1/courses/" + course.text("id") + "/gate").json();

        assertThat(gate.path("ready").asBoolean()).isFalse();
        assertThat(gate.path("failures").valueStream().map(f -> f.path("code").asString()))
                .contains("PRICE_MISSING");
        assertThat(gate.path("failures").valueStream().map(f -> f.path("pointer").asString()))
                .contains("/price");
    }

    @Test
    void isFoundForItsPriceAndHadForNothingOnceItIsFree() {
        var word = "Priced" + word();
        var draft = studio.draft(word, "First");
        studio.price(draft.id(), 4_900);
        studio.publish(draft);
        await("search knows it")
                .atMost(Duration.ofSeconds(10))
                .until(() -> !search(word).json().path("items").isEmpty());

        assertThat(search(word).json().at("/items/0/price/amount").asLong()).isEqualTo(4_900);
        assertThat(search(word + "&maxPrice=4800&currency=EUR").json().path("items").isEmpty())
                .isTrue();
        assertThat(search(word + "&free=true").json().path("items").isEmpty()).isTrue();
        var leo = new Studies(cast.learner("Leo"), draft);
        assertThat(leo.asksForASeat().code()).isEqualTo("PAYMENT_REQUIRED");

        studio.price(draft.id(), 0);

        await("enrollment knows the price")
                .atMost(Duration.ofSeconds(10))
                .until(() -> leo.asksForASeat().status() == 201);
        await("the catalogue knows the price")
                .atMost(Duration.ofSeconds(10))
                .until(() -> !search(word + "&free=true").json().path("items").isEmpty());
    }

    @Test
    void isReadyOnlyWithMediaAndQuizzesThatAreThemselvesReady() {
        var draft = studio.draft("With a video", "Text");
        var lesson =
                ines.intending()
                        .post(
                                "/api/v1/courses/" + draft.id() + "/lessons",
                                """
                                {"sectionId": "%s", "title": "To watch", "kind": "VIDEO"}
                                """
                                        .formatted(draft.sectionId()));

        var gate = ines.api().get("/api/v1/courses/" + draft.id() + "/gate");

        assertThat(lesson.status()).as(lesson.body()).isEqualTo(201);
        assertThat(gate.json().path("ready").asBoolean()).isFalse();
        assertThat(gate.json().path("failures").valueStream().map(f -> f.path("code").asString()))
                .contains("MEDIA_NOT_READY");
    }

    @Test
    void needsAReviewByAModeratorAndIsReviewedOnce() {
        var draft = studio.draft("Reviewed", "First");
        var submitted = studio.submit(draft);
        var approve = "/api/v1/admin/courses/" + draft.id() + "/approve";

        assertThat(submitted.text("status")).isEqualTo("SUBMITTED");
        assertThat(ines.intending().post(approve, "{}").code()).isEqualTo("FORBIDDEN");
        var approved = cast.moderator().intending().post(approve, "{}");
        assertThat(approved.text("status")).isEqualTo("PUBLISHED");
        assertThat(approved.json().path("publishedVersion").asInt()).isEqualTo(1);
        var again = cast.moderator().intending().post(approve, "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("NOT_SUBMITTED");
    }

    @Test
    void givesTheDraftBackWithReasons() {
        var draft = studio.draft("Rejected", "First");
        studio.submit(draft);

        var rejected =
                cast.moderator()
                        .intending()
                        .post(
                                "/api/v1/admin/courses/" + draft.id() + "/reject",
                                """
                                {"reasons": [{"pointer": "/title", "text": "Say what of."}]}
                                """);

        assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
        assertThat(rejected.text("status")).isEqualTo("DRAFT");
    }

    @Test
    void isFoundInSpiteOfATypo() {
        var word = "Quantisation" + word();
        var draft = studio.published(word, "Steps");

        var found =
                await("search knows it")
                        .atMost(Duration.ofSeconds(10))
                        .until(
                                () -> search(word.replace("Quantisation", "Quantisatoin")),
                                answer -> !answer.json().path("items").isEmpty());

        assertThat(found.json().at("/items/0/courseId").asString())
                .isEqualTo(draft.id().toString());
        assertThat(found.text("correctedTo")).containsIgnoringCase(word);
        assertThat(found.json().path("facets").path("language").valueStream())
                .anyMatch(facet ->
                        facet.path("value").asString().equals("en")
                                && facet.path("count").asInt() == 1);
    }

    @Test
    void showsAPreviewToAnybodyAndTheRestToThoseWhoAreEnrolled() {
        var draft = studio.published("Open a crack", "Preview", "Closed");
        var lessons = draft.lessonIds();
        var mia = cast.learner("Mia");

        var preview = cast.anonymous().get("/api/v1/lessons/" + lessons.getFirst());
        var closed = mia.api().get("/api/v1/lessons/" + lessons.getLast());

        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("This is Preview.");
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.code()).isEqualTo("NOT_ENROLLED");
        assertThat(closed.json().path("reasons").valueStream())
                .anyMatch(reason -> reason.path("rule").asString().equals("ENROLLED"));
    }

    @Test
    void offersNoMoreSeatsThanTheRunHas() {
        var draft = studio.published("Two seats", "First");
        var run = "/api/v1/runs/" + draft.runId();
        var limited =
                ines.api()
                        .with("If-Match", ines.api().get(run).header("ETag"))
                        .patch(run, "{\"capacity\": 2}");

        var leo = new Studies(cast.learner("Leo"), draft).asksForASeat();
        var mia = new Studies(cast.learner("Mia"), draft).asksForASeat();
        var tom = new Studies(cast.learner("Tom"), draft).asksForASeat();

        assertThat(limited.status()).as(limited.body()).isEqualTo(200);
        assertThat(leo.status()).isEqualTo(201);
        assertThat(mia.status()).isEqualTo(201);
        assertThat(tom.status()).isEqualTo(409);
        assertThat(tom.code()).isEqualTo("SOLD_OUT");
        assertThat(tom.text("runId")).isEqualTo(draft.runId().toString());
        var below =
                ines.api()
                        .with("If-Match", ines.api().get(run).header("ETag"))
                        .patch(run, "{\"capacity\": 1}");
        assertThat(below.status()).as(below.body()).isEqualTo(409);
        assertThat(below.code()).isEqualTo("CAPACITY_BELOW_TAKEN");
    }

    @Test
    void isOfferedToNobodyAnyMoreAndKeptByWhoHasIt() {
        var draft = studio.published("Withdrawn", "Preview", "Closed");
        var leo = new Studies(cast.learner("Leo"), draft);
        leo.enroll();
        leo.awaitOpen();
        var course = "/api/v1/courses/" + draft.id();
        var page = "/api/v1/catalog/courses/" + draft.id();

        var withdrawn =
                ines.intending()
                        .with("If-Match", studio.etagOf(draft))
                        .post(course + "/unpublish", "{\"reason\": \"Out of date.\"}");

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        await("the catalogue does not show it")
                .atMost(Duration.ofSeconds(10))
                .until(() -> cast.anonymous().get(page).status() == 410);
        var mia = new Studies(cast.learner("Mia"), draft);
        await("nobody new gets in")
                .atMost(Duration.ofSeconds(10))
                .until(() -> mia.asksForASeat().code().equals("RUN_CLOSED"));
        assertThat(leo.isOpen()).isTrue();

        var again =
                ines.intending()
                        .with("If-Match", studio.etagOf(draft))
                        .post(course + "/rollback", "{\"toVersion\": 1}");

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        await("it is offered again")
                .atMost(Duration.ofSeconds(10))
                .until(() -> mia.asksForASeat().status() == 201);
    }

    private Answer search(String words) {
        return cast.anonymous().get("/api/v1/catalog/search?q=" + words);
    }

    private static String word() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
