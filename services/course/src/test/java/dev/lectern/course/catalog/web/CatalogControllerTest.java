package dev.lectern.course.catalog.web;

import static dev.lectern.course.testkit.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.enrollment.EnrollmentSeatsChanged;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The catalogue as a stranger meets it: over HTTP, without a token.
@CourseTest
class CatalogControllerTest {

    private static final String CATALOG = "/api/v1/catalog";

    @LocalServerPort int port;
    @Autowired Studio studio;
    @Autowired CourseViews views;

    private final Caller ines = Studio.anInstructor();
    private final String title = "Señales " + UUID.randomUUID();
    private Client someone = new Client(0);

    @BeforeEach
    void comeBy() {
        someone = new Client(port);
    }

    @Nested
    class Searching {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "q=signals",
                    "captions=en",
                    "category=PROGRAMMING,DATA&level=BEGINNER&language=en,pt-BR&free=true",
                    "maxPrice=4900&currency=EUR&minRating=4.5&sort=PRICE",
                    "q=&sort=RATING&limit=100"
                })
        void answersAStrangerWhateverTheFilter(String query) {
            var answer = someone.get(CATALOG + "/search?" + query);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().propertyNames())
                    .containsExactlyInAnyOrder("items", "next", "total", "facets", "correctedTo");
        }

        @Test
        void showsACourseWithWhatAListNeeds() {
            Callees.named(ines.id(), "Ines");
            var course = studio.published(ines, title);

            await().untilAsserted(() ->
                    assertThat(found(title).at("/items/0/instructor/displayName").asString())
                            .isEqualTo("Ines"));

            var item = found(title).at("/items/0");
            assertThat(item.propertyNames())
                    .containsExactlyInAnyOrder(
                            "courseId",
                            "slug",
                            "title",
                            "summary",
                            "coverUrl",
                            "instructor",
                            "language",
                            "level",
                            "category",
                            "price",
                            "rating",
                            "durationSeconds",
                            "captions");
            assertThat(item.get("courseId").asString()).isEqualTo(course.value().toString());
            assertThat(item.at("/price/amount").asInt()).isZero();
            assertThat(item.at("/price/currency").asString()).isEqualTo("EUR");
            assertThat(item.at("/rating/average").isNull()).isTrue();
            assertThat(item.at("/rating/count").asInt()).isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "query=x, UNKNOWN_PARAMETER",
            "q=x&page=2, UNKNOWN_PARAMETER",
            "sort=BEST, UNKNOWN_PARAMETER",
            "sort=newest, UNKNOWN_PARAMETER",
            "cursor=x, UNKNOWN_PARAMETER",
            "limit=0, UNKNOWN_PARAMETER",
            "limit=101, UNKNOWN_PARAMETER",
            "limit=ten, UNKNOWN_PARAMETER",
            "category=ASTROLOGY, INVALID_VALUE",
            "level=EXPERT, INVALID_VALUE",
            "free=perhaps, INVALID_VALUE",
            "maxPrice=cheap&currency=EUR, INVALID_VALUE",
            "maxPrice=-1&currency=EUR, INVALID_VALUE",
            "maxPrice=100, INVALID_VALUE",
            "maxPrice=100&currency=euro, INVALID_VALUE",
            "minRating=6, INVALID_VALUE",
            "minRating=good, INVALID_VALUE",
            "q=%00, CONTROL_CHARACTER",
            "q=a%07b, CONTROL_CHARACTER",
            "language=%00, CONTROL_CHARACTER"
        })
        void refusesWhatItDoesNotUnderstand(String query, String code) {
            assertRefused(someone.get(CATALOG + "/search?" + query), 400, code);
        }

        @Test
        void takesATextUpToItsLengthAndNotMore() {
            var longest = "x ".repeat(100);

            assertThat(someone.get(CATALOG + "/search?q=" + encoded(longest)).status())
                    .isEqualTo(200);
            assertRefused(
                    someone.get(CATALOG + "/search?q=" + encoded(longest + "x")),
                    400,
                    "INVALID_VALUE");
            assertRefused(
                    someone.get(CATALOG + "/search?q=" + "x".repeat(7_000)), 400, "INVALID_VALUE");
        }
    }

    @Nested
    class Suggesting {

        @Test
        void completesAWordOfATitleWithoutAccentsOrCase() {
            var course = studio.published(ines, title);
            var unique = title.substring("Señales ".length());

            for (var typed :
                    new String[] {
                        "senales " + unique, "SEÑALES " + unique.substring(0, 9), unique
                    }) {
                var items = suggestions(typed).json().get("items");
                assertThat(items).as(typed).hasSize(1);
                assertThat(items.get(0).get("courseId").asString())
                        .isEqualTo(course.value().toString());
                assertThat(items.get(0).get("title").asString()).isEqualTo(title);
                assertThat(items.get(0).has("slug")).isTrue();
            }
        }

        @Test
        void showsWhatResemblesWhereNothingBeginsSo() {
            studio.published(ines, "Oszillationen");

            assertThat(suggestions("Oszilationen").body()).contains("Oszillationen");
        }

        @ParameterizedTest
        @ValueSource(strings = {"%", "_", "\\", "100%", "'", " "})
        void takesNoSignForAWildcard(String typed) {
            studio.published(ines, title);

            assertThat(suggestions(typed).json().get("items")).isEmpty();
        }

        @Test
        void needsATextOfSomeLength() {
            assertRefused(someone.get(CATALOG + "/suggest"), 400, "INVALID_VALUE");
            assertRefused(suggestions("x".repeat(201)), 400, "INVALID_VALUE");
            assertRefused(someone.get(CATALOG + "/suggest?q=%00"), 400, "CONTROL_CHARACTER");
            assertRefused(someone.get(CATALOG + "/suggest?q=x&limit=3"), 400, "UNKNOWN_PARAMETER");
        }

        private Answer suggestions(String typed) {
            return someone.get(CATALOG + "/suggest?q=" + encoded(typed));
        }
    }

    @Nested
    class ThePageOfACourse {

        @Test
        void showsTheOutlineButNoBodies() {
            var course = studio.published(ines, title);

            var page = page(course.value().toString());

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text("title")).isEqualTo(title);
            assertThat(page.json().get("version").asInt()).isEqualTo(1);
            assertThat(page.json().at("/sections/0/lessons/0").propertyNames())
                    .containsExactlyInAnyOrder("id", "title", "kind", "preview", "durationSeconds");
            assertThat(page.body()).doesNotContain("revisionId").doesNotContain("authorIds");
            assertThat(page.json().at("/runs/0/seatsLeft").isNull()).isTrue();
        }

        @Test
        void isFoundByItsSlugAndMovesWithIt() {
            var course = studio.published(ines, title);
            var old = page(course.value().toString()).text("slug");

            studio.describe(course, Studio.details("Renamed " + title), ines);
            assertThat(page(old).text("title")).isEqualTo(title);
            studio.publishNext(course, ines);
            studio.awaitListed(course, 2);

            var moved = page(old);
            assertThat(moved.status()).isEqualTo(301);
            var page = someone.get(moved.header("Location"));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text("title")).isEqualTo("Renamed " + title);
            assertThat(moved.header("Location")).endsWith(page.text("slug"));
        }

        @Test
        void leadsNowhereFromASlugThatOnlyADraftHad() {
            var course = studio.draft(ines, "Working title " + title);
            studio.priced(course, 0);
            var draft = views.one(course.value(), ines).slug();
            studio.describe(course, Studio.details(title), ines);
            var section = studio.section(course, "Beginning", ines);
            studio.written(course, studio.article(course, section, "First", ines));
            studio.submit(course, ines);
            studio.approve(course);
            studio.awaitListed(course, 1);

            assertRefused(page(draft), 404, "NOT_FOUND");
        }

        @Test
        void isNotThereForWhatIsNotPublished() {
            var draft = studio.draft(ines, title);
            var submitted = studio.submitted(ines, title);

            for (var course : new CourseId[] {draft, submitted}) {
                assertRefused(page(course.value().toString()), 404, "NOT_FOUND");
                assertRefused(page(views.one(course.value(), ines).slug()), 404, "NOT_FOUND");
            }
            assertRefused(page(UUID.randomUUID().toString()), 404, "NOT_FOUND");
            assertRefused(page("nothing-like-it"), 404, "NOT_FOUND");
            assertRefused(page("1-1-1-1-1"), 404, "NOT_FOUND");
            assertThat(page("a\0b").status()).isBetween(400, 404);
        }

        @Test
        void tellsHowManySeatsAreLeft() {
            var course = studio.published(ines, title);
            var run = views.one(course.value(), ines).defaultRunId();

            studio.hear(run, new EnrollmentSeatsChanged(run, course.value(), 10, 3, 2));
            var some = page(course.value().toString()).json();
            studio.hear(run, new EnrollmentSeatsChanged(run, course.value(), 10, 9, 2));
            var none = page(course.value().toString()).json();

            assertThat(some.at("/runs/0/id").asString()).isEqualTo(run.toString());
            assertThat(some.at("/runs/0/seatsLeft").asInt()).isEqualTo(5);
            assertThat(none.at("/runs/0/seatsLeft").asInt()).isZero();
        }

        private Answer page(String idOrSlug) {
            return someone.get(CATALOG + "/courses/" + encoded(idOrSlug));
        }
    }

    @Test
    void isOnlyRead() {
        assertThat(someone.post(CATALOG + "/search", "{}").status()).isEqualTo(401);
    }

    private JsonNode found(String text) {
        return someone.get(CATALOG + "/search?q=" + encoded(text)).json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
