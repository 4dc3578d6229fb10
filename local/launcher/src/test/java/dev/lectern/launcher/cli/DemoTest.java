package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.client.SignIn;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.demo.Seed;
import dev.lectern.launcher.demo.Seed.Course;
import dev.lectern.launcher.demo.Seed.Lesson;
import dev.lectern.launcher.demo.Seed.Person;
import dev.lectern.launcher.demo.Seed.Stage;
import dev.lectern.launcher.demo.SeedFile;
import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Said;
import dev.lectern.launcher.platform.Up;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demo as its visitors find it, after a load that was killed in the middle and one that went
/// on from there.
class DemoTest {

    private static final Seed SEED = SeedFile.of(Lectern.checkout().root()).read();
    private static final Map<String, Client> SIGNED_IN = new ConcurrentHashMap<>();

    private static Platform platform;
    private static Said load;

    @BeforeAll
    static void loadAfterAnInterruption(@Up Platform up) {
        platform = up;
        try (var interrupted = platform.lectern().open("up", "--demo")) {
            interrupted.awaits("can sign in").crash();
        }
        load = platform.run("up", "--demo");
    }

    @Test
    void saysWhoCanSignInAndWhatToLookAt() {
        assertThat(load.err()).isEmpty();
        assertThat(load.status()).isZero();
        assertThat(load.out())
                .contains("The demo data is complete")
                .contains(platform.ports().frontDoor().toString())
                .contains(platform.ports().controlAddress().toString())
                .contains(certificateOfYara().path("verifyUrl").asString());
        for (var person : SEED.people()) {
            assertThat(load.out())
                    .containsPattern(
                            "%s +%s +%s +%s"
                                    .formatted(
                                            person.role().onTheWire(),
                                            person.email(),
                                            SEED.password(),
                                            Pattern.quote(person.sees())));
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void letsEverybodySignInWithTheirRole(Person person) {
        var me = as(person.key()).get("/api/v1/users/me").json();

        assertThat(texts(me.path("roles"))).contains(person.role().onTheWire());
        assertThat(me.path("displayName").asString()).isEqualTo(person.name());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void letsStrangersFindEveryCourse(Course course) {
        var found = found(course);

        assertThat(found.path("language").asString()).isEqualTo(course.language());
        assertThat(found.path("instructor").path("displayName").asString())
                .isEqualTo(person(course.author()).name());
        var page = page(course);
        assertThat(page.path("description").asString()).isEqualTo(course.description());
        assertThat(texts(page.path("outcomes"))).isEqualTo(course.outcomes());
        assertThat(titles(page)).isEqualTo(course.lessons().stream().map(Lesson::title).toList());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void showsStrangersThePreviewsAndNothingElse(Course course) {
        var ids = lessonIds(course);
        for (int i = 0; i < ids.size(); i++) {
            var lesson = course.lessons().get(i);
            var answer = stranger().get("/api/v1/lessons/" + ids.get(i));

            if (lesson.preview()) {
                assertThat(answer.json().path("blocks")).isEqualTo(lesson.blocks());
            } else {
                assertThat(answer.status()).isIn(401, 403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void showsItsAuthorEveryLessonAsItIsInTheSeed(Course course) {
        var ids = lessonIds(course);

        for (int i = 0; i < ids.size(); i++) {
            assertThat(
                            as(course.author())
                                    .get("/api/v1/lessons/" + ids.get(i))
                                    .json()
                                    .path("blocks"))
                    .isEqualTo(course.lessons().get(i).blocks());
        }
    }

    @ParameterizedTest
    @CsvSource({"leo, signals, 50, 4", "mia, noticias, 40, 3", "yara, rtl, 100, 5"})
    void findsLearnersWhereTheyStopped(String learner, String course, int percent, int lesson) {
        var enrollments = as(learner).get("/api/v1/enrollments").json().path("items");

        assertThat(enrollments).hasSize(1);
        var enrollment = enrollments.get(0);
        assertThat(enrollment.path("courseId").asString()).isEqualTo(idOf(SEED.course(course)));
        assertThat(enrollment.path("percent").asInt()).isEqualTo(percent);
        assertThat(enrollment.path("resume").path("lessonId").asString())
                .isEqualTo(lessonIds(SEED.course(course)).get(lesson - 1));
    }

    @Test
    void keepsTheLaterLessonsOfMiasCourseLocked() {
        var lessons = lessonIds(SEED.course("noticias"));

        assertThat(as("mia").get("/api/v1/lessons/" + lessons.get(2)).status()).isEqualTo(200);
        assertThat(as("mia").get("/api/v1/lessons/" + lessons.get(3)).code())
                .isEqualTo("LESSON_LOCKED");
    }

    @Test
    void hasSoldTwoOfThirtySeatsAndKeepsOneForAnOrder() {
        var run = page(SEED.course("signals")).path("runs").path(0);

        assertThat(run.path("seatsLeft").asInt()).isEqualTo(27);
    }

    @ParameterizedTest
    @CsvSource({
        "leo, signals, FULFILLED, 100",
        "mia, noticias, FULFILLED, 100",
        "omar, spectrum, FULFILLED, 100",
        "omar, noticias, REFUNDED, 100",
        "yara, signals, PENDING, 50"
    })
    void hasOrdersInSeveralStates(String buyer, String course, String status, int percent) {
        var title = SEED.course(course).title();

        var orders = as(buyer).get("/api/v1/orders").json().path("items").valueStream();
        assertThat(orders.filter(order -> order.at("/items/0/title").asString().equals(title)))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.path("status").asString()).isEqualTo(status);
                    assertThat(order.at("/total/amount").asLong())
                            .isEqualTo(
                                    SEED.course(course).price().orElseThrow().amount()
                                            * percent
                                            / 100);
                });
    }

    @Test
    void hasACertificateThatAnybodyCanVerify() {
        var code = certificateOfYara().path("code").asString();

        var verdict = stranger().get("/api/v1/verify/" + code).json();
        assertThat(verdict.path("verdict").asString()).isEqualTo("VALID");
        assertThat(verdict.path("holderName").asString()).isEqualTo(person("yara").name());
        assertThat(verdict.path("courseTitle").asString()).isEqualTo(SEED.course("rtl").title());
        assertThat(stranger().get("/verify/" + code).body()).contains("Valid certificate");
    }

    @Test
    void hasReviewsThatTheCatalogueCounts() {
        for (var learning : SEED.learning()) {
            learning.review()
                    .ifPresent(review -> {
                        var course = SEED.course(learning.course());
                        var shown =
                                stranger()
                                        .get("/api/v1/reviews?courseId=" + idOf(course))
                                        .json()
                                        .at("/items/0");

                        assertThat(shown.path("text").asString()).isEqualTo(review.text());
                        assertThat(shown.path("learnerName").asString())
                                .isEqualTo(person(learning.learner()).name());
                        await().untilAsserted(() ->
                                assertThat(found(course).at("/rating/average").asInt())
                                        .isEqualTo(review.rating()));
                    });
        }
    }

    @Test
    void leavesOmarsApplicationToTheAdmin() {
        var waiting = as("ada").get("/api/v1/admin/instructor-applications?status=PENDING").json();

        assertThat(waiting.path("items")).hasSize(1);
        assertThat(waiting.path("items").get(0).path("displayName").asString())
                .isEqualTo(person("omar").name());
    }

    @Test
    void tellsInesWhatHerDraftStillMisses() {
        var draft = ofAuthor("ines", "Filters by Ear");

        var gate = as("ines").get("/api/v1/courses/" + draft + "/gate");

        assertThat(gate.json().path("ready").asBoolean()).isFalse();
        assertThat(gate.body()).contains("PRICE_MISSING", "POOL_TOO_SMALL");
        assertThat(stranger().get("/api/v1/catalog/courses/" + draft).status()).isEqualTo(404);
    }

    @Test
    void hasOneCourseToReviewAndOneReviewThatWasReported() {
        var submitted =
                as("noor").get("/api/v1/admin/courses?status=SUBMITTED").json().path("items");
        var reported = as("noor").get("/api/v1/admin/reviews").json().path("items");

        assertThat(submitted)
                .singleElement()
                .satisfies(course ->
                        assertThat(course.path("title").asString())
                                .isEqualTo(SEED.course("graficos").title()));
        assertThat(reported).hasSize(1);
    }

    @Test
    void hasHomeworkThatIsGradedAndHomeworkThatIsNot() {
        var course = idOf(SEED.course("signals"));
        var own = as("leo").get("/api/v1/gradebook/" + course).json();
        var assignment =
                as("ines")
                        .get("/api/v1/assignments?courseId=" + course)
                        .json()
                        .at("/items/0/id")
                        .asString();
        var handedIn =
                as("ines")
                        .get("/api/v1/assignments/" + assignment + "/submissions")
                        .json()
                        .path("items");

        assertThat(own.at("/items/0/cells/0/scorePercent").asInt()).isEqualTo(90);
        assertThat(handedIn.valueStream().map(one -> one.path("status").asString()))
                .containsExactlyInAnyOrder("GRADED", "SUBMITTED");
    }

    @Test
    void keepsTomWaitingForTheOnlySeat() {
        var waits = as("tom").get("/api/v1/waitlist").json().path("items");

        assertThat(waits)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("status").asString()).isEqualTo("WAITING");
                    assertThat(entry.path("position").asInt()).isEqualTo(1);
                });
        assertThat(page(SEED.course("cafe")).at("/runs/0/seatsLeft").asInt()).isZero();
    }

    @Test
    void changesNothingWhenItIsLoadedAgain() {
        var before = everything();

        var again = platform.run("up", "--demo");

        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("was there already; nothing was changed");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void namesTheStepThatFailedAndTheAnswerAndThePlatformStaysUp() {
        var spoiled = withALessonNobodyMayWrite();
        var filling =
                new FillingWithDemo(
                        new Running(platform.lectern().home(), Lectern.checkout()),
                        spoiled,
                        nobody());

        assertThatThrownBy(filling::run)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("publishing \"Spoiled\": PUT /api/v1/lessons/")
                .hasMessageContaining("answered 422 BLOCK_NOT_ALLOWED")
                .hasMessageContaining("/blocks/0: No block that is known here.")
                .hasMessageContaining("./lectern up --demo goes on from here");
        assertThat(platform.run("status").status()).isZero();
    }

    @Test
    void refusesToFillAPlatformThatIsNotWhole() {
        var refused = platform.run("up", "--demo", "--only", "user");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("--demo needs all services");
    }

    static Stream<Person> people() {
        return SEED.people().stream();
    }

    static Stream<Course> courses() {
        return SEED.coursesIn(Stage.PUBLISHED).stream();
    }

    /// All that can be seen, by those who can see it.
    private static List<String> everything() {
        return Stream.of(
                        stranger().get("/api/v1/catalog/search"),
                        as("noor").get("/api/v1/admin/courses"),
                        as("ada").get("/api/v1/admin/instructor-applications"),
                        as("ada").get("/api/v1/admin/instructor-applications/audit"),
                        as("leo").get("/api/v1/enrollments"),
                        as("mia").get("/api/v1/enrollments"),
                        as("yara").get("/api/v1/enrollments"),
                        as("leo").get("/api/v1/orders"),
                        as("omar").get("/api/v1/orders"),
                        as("yara").get("/api/v1/orders"),
                        as("yara").get("/api/v1/certificates"),
                        as("tom").get("/api/v1/waitlist"),
                        as("noor").get("/api/v1/admin/reviews"),
                        as("ines").get("/api/v1/gradebook/" + idOf(SEED.course("signals"))),
                        as("yara").get("/api/v1/reviews/me?courseId=" + idOf(SEED.course("rtl"))),
                        new Client(platform.ports().controlAddress().toString(), Map.of())
                                .get("/mail"))
                .map(Answer::body)
                .toList();
    }

    private static Seed withALessonNobodyMayWrite() {
        var script = JsonMapper.shared().readTree("[{\"id\": \"b1\", \"type\": \"SCRIPT\"}]");
        var course = SEED.course("signals");
        var spoiled =
                new Course(
                        "spoiled",
                        course.author(),
                        Optional.empty(),
                        "Spoiled",
                        course.summary(),
                        course.language(),
                        course.level(),
                        course.category(),
                        course.description(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        course.cover(),
                        Optional.of(new Seed.Price(0, "EUR")),
                        Optional.empty(),
                        List.of(
                                new Seed.Section(
                                        "One",
                                        List.of(
                                                new Lesson(
                                                        "Bad",
                                                        false,
                                                        Optional.empty(),
                                                        script,
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        Optional.empty())))));
        return new Seed(
                SEED.password(),
                SEED.people(),
                List.of(spoiled),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Client stranger() {
        return new Client(platform.ports().frontDoor().toString(), Map.of());
    }

    private static Client as(String key) {
        return SIGNED_IN.computeIfAbsent(
                key,
                who ->
                        stranger()
                                .as(
                                        SignIn.at(platform.ports().frontDoor())
                                                .token(person(who).email(), SEED.password())));
    }

    private static JsonNode found(Course course) {
        var query = URLEncoder.encode(course.title(), StandardCharsets.UTF_8);
        return stranger().get("/api/v1/catalog/search?q=" + query).json().path("items").path(0);
    }

    private static String idOf(Course course) {
        return found(course).path("courseId").asString();
    }

    private static String ofAuthor(String author, String title) {
        return as(author)
                .get("/api/v1/courses?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(course -> course.path("title").asString().equals(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static JsonNode page(Course course) {
        return stranger().get("/api/v1/catalog/courses/" + idOf(course)).json();
    }

    private static Stream<JsonNode> lessons(JsonNode page) {
        return page.path("sections")
                .valueStream()
                .flatMap(section -> section.path("lessons").valueStream());
    }

    private static List<String> titles(JsonNode page) {
        return lessons(page).map(lesson -> lesson.path("title").asString()).toList();
    }

    private static List<String> lessonIds(Course course) {
        return lessons(page(course)).map(lesson -> lesson.path("id").asString()).toList();
    }

    private static JsonNode certificateOfYara() {
        return as("yara").get("/api/v1/certificates").json().path("items").path(0);
    }

    private static Person person(String key) {
        return SEED.people().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static PrintStream nobody() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
