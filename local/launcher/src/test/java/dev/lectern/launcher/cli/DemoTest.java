package dev.lectern.launcher.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.client.SignIn;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.demo.Authenticators;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Map<String, String> IDS = new ConcurrentHashMap<>();

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
                .contains(certificate("leo", "letters").path("verifyUrl").asString())
                .contains("and 37 more learners")
                .doesNotContain("amara@");
        for (var person : named().toList()) {
            assertThat(load.out())
                    .containsPattern(
                            "%s +%s +%s +%s"
                                    .formatted(
                                            person.role().onTheWire(),
                                            person.email(),
                                            SEED.password(),
                                            Pattern.quote(person.sees().orElseThrow())));
        }
    }

    @ParameterizedTest
    @MethodSource("named")
    void letsEverybodySignInWithTheirRole(Person person) {
        var me = as(person.key()).get("/api/v1/users/me").json();

        assertThat(texts(me.path("roles"))).contains(person.role().onTheWire());
        assertThat(me.path("displayName").asString()).isEqualTo(person.name());
    }

    @Test
    void showsTheCodesOfItsStaffOnTheControlPort() {
        var control = new Client(platform.ports().controlAddress().toString(), Map.of());
        var ada = authenticators().of("ada@demo.example").orElseThrow();

        var before = ada.codeOfNow();
        var shown = control.get("/totp?user=ada%40demo.example").text("code");

        assertThat(shown).isIn(before, ada.codeOfNow());
        assertThat(control.get("/totp?user=leo%40demo.example").status()).isEqualTo(404);
        assertThat(control.get("/totp?user=..%2Foperator-client").status()).isEqualTo(404);
        assertThat(load.out()).contains("/totp?user=");
        for (var role : List.of("ada", "noor", "sam", "ines")) {
            assertThat(as(role).get("/api/v1/users/me").json().path("mfaEnabled").asBoolean())
                    .as(role)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void offersEveryCourseAsItIsInTheSeed(Course course) {
        var found = found(course);
        assertThat(found.path("language").asString()).isEqualTo(course.language());
        assertThat(found.at("/instructor/displayName").asString())
                .isEqualTo(person(course.author()).name());
        assertThat(found.path("coverUrl").asString()).isNotEmpty();
        var page = page(course);
        assertThat(page.path("description").asString()).isEqualTo(course.description());
        assertThat(texts(page.path("outcomes"))).isEqualTo(course.outcomes());

        var planned = lessonsOf(course);
        var shown = lessons(page).toList();
        assertThat(shown)
                .extracting(lesson -> lesson.path("title").asString())
                .isEqualTo(planned.stream().map(Lesson::title).toList());
        for (int i = 0; i < planned.size(); i++) {
            var path = "/api/v1/lessons/" + shown.get(i).path("id").asString();
            var answer = stranger().get(path);
            assertThat(as(course.author()).get(path).json().path("blocks"))
                    .isEqualTo(planned.get(i).blocks());
            if (planned.get(i).preview()) {
                assertThat(answer.json().path("blocks")).isEqualTo(planned.get(i).blocks());
            } else {
                assertThat(answer.status()).isIn(401, 403);
            }
        }
    }

    @Test
    void showsAFaceAndAFilmToWhoeverComesBy() {
        var avatar = as("ines").get("/api/v1/users/me").json().path("avatarUrl").asString();
        assertThat(stranger().get(avatar).status()).isEqualTo(302);

        var promo = page(SEED.course("signals")).path("promoVideoId").asString();
        var film = stranger().get("/api/v1/video/" + promo);
        assertThat(film.status()).as(film.body()).isEqualTo(200);
        assertThat(film.text("status")).isEqualTo("READY");
    }

    @Test
    void hasTwelveCoursesInItsCatalogue() {
        var items =
                stranger()
                        .get("/api/v1/catalog/search?limit=100")
                        .json()
                        .path("items")
                        .valueStream()
                        .toList();

        assertThat(items).hasSize(12);
        assertThat(distinct(items, "/language"))
                .containsExactlyInAnyOrder("en", "es", "pt-BR", "ar");
        assertThat(distinct(items, "/category").size()).isGreaterThanOrEqualTo(6);
        assertThat(distinct(items, "/instructor/displayName")).hasSize(4);
        assertThat(items)
                .extracting(item -> item.at("/price/amount").asInt())
                .allMatch(cents -> cents == 0 || (cents >= 900 && cents <= 8900))
                .filteredOn(cents -> cents == 0)
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"leo, signals, 50, 7, 20", "mia, noticias, 0,,", "yara, rtl, 100, 5, 0"})
    void findsLearnersWhereTheyStopped(
            String learner, String course, int percent, Integer lesson, Integer seconds) {
        var enrollment =
                as(learner)
                        .get("/api/v1/enrollments?courseId=" + idOf(SEED.course(course)))
                        .json()
                        .at("/items/0");

        assertThat(enrollment.path("percent").asInt()).isEqualTo(percent);
        if (lesson == null) {
            assertThat(enrollment.path("resume").isObject()).isFalse();
        } else {
            assertThat(enrollment.at("/resume/lessonId").asString())
                    .isEqualTo(lessonIds(SEED.course(course)).get(lesson - 1));
            assertThat(enrollment.at("/resume/positionSeconds").asInt()).isEqualTo(seconds);
        }
    }

    @Test
    void showsLeoHisCertificateHisBadgeHisGradeAndHisPlace() {
        var unread = as("leo").get("/api/v1/notifications?unread=true").json().path("items");
        var badges = as("leo").get("/api/v1/badges").json().path("items").valueStream();
        var board = as("leo").get("/api/v1/leaderboards/all").json();

        assertThat(unread.valueStream().map(one -> one.path("kind").asString()))
                .contains("WORK_GRADED", "CERTIFICATE_ISSUED");
        assertThat(
                        badges.filter(badge -> badge.path("earnedAt").isString())
                                .map(badge -> badge.path("code").asString()))
                .contains("FIRST_COURSE");
        assertThat(board.at("/me/rank").asInt()).isPositive();
        assertThat(board.toString()).doesNotContain(person("leo").name());
        assertThat(verdict("leo", "letters")).isEqualTo("VALID");
        var code = certificate("leo", "letters").path("code").asString();
        assertThat(stranger().get("/verify/" + code).body()).contains("Valid certificate");
    }

    @Test
    void keepsTheLaterLessonsOfMiasCourseLocked() {
        var lessons = lessonIds(SEED.course("noticias"));

        assertThat(as("mia").get("/api/v1/lessons/" + lessons.get(0)).status()).isEqualTo(200);
        assertThat(as("mia").get("/api/v1/lessons/" + lessons.get(1)).code())
                .isEqualTo("LESSON_LOCKED");
    }

    @Test
    void hasSixtyOrdersAndBooksThatAddUp() {
        var orders = allOrders();

        assertThat(orders.stream().collect(groupingBy(DemoTest::statusOf, counting())))
                .isEqualTo(
                        Map.of(
                                "FULFILLED", 49L,
                                "REFUNDED", 5L,
                                "EXPIRED", 4L,
                                "REFUND_PENDING", 1L,
                                "PENDING", 1L));
        assertThat(orders).filteredOn(order -> order.path("couponCode").isString()).hasSize(15);
        assertThat(orders)
                .filteredOn(order -> order.at("/total/amount").asLong() == 0)
                .singleElement()
                .satisfies(free -> assertThat(statusOf(free)).isEqualTo("FULFILLED"));
        assertThat(page(SEED.course("signals")).at("/runs/0/seatsLeft").asInt()).isEqualTo(14);
        var books = as("sam").get("/api/v1/admin/ledger/trial-balance").json().path("currencies");
        assertThat(books).isNotEmpty();
        assertThat(books.valueStream())
                .allSatisfy(one -> assertThat(one.path("difference").asLong()).isZero());
    }

    @Test
    void showsInesHowHerCoursesSell() {
        var path = "/api/v1/analytics/courses/" + idOf(SEED.course("signals"));
        await().untilAsserted(() -> {
            var revenue = as("ines").get(path + "/revenue").json();
            assertThat(revenue.path("refunded").asLong()).isEqualTo(4900);
            assertThat(revenue.path("net").asLong())
                    .isEqualTo(7 * 4900 + 8 * 2450)
                    .isEqualTo(revenue.path("gross").asLong() - 4900);
        });
        for (var table : Map.of("funnel", "steps", "video", "items").entrySet()) {
            var rows = as("ines").get(path + "/" + table.getKey()).json().path(table.getValue());
            assertThat(rows.valueStream().map(row -> row.path("learners").asInt()).distinct())
                    .as(table.getKey())
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void keepsThreeLearnersOnTheFirstVersion() {
        var course = SEED.course("spectrum");
        var changes = as("ines").get("/api/v1/courses/" + idOf(course) + "/changes").json();

        assertThat(page(course).path("version").asInt()).isEqualTo(2);
        assertThat(changes.path("learners").valueStream())
                .filteredOn(older -> older.path("version").asInt() == 1)
                .singleElement()
                .satisfies(older -> assertThat(older.path("learners").asInt()).isEqualTo(3));
    }

    @Test
    void hasNinetyAttemptsOfWhichSomePassed() {
        await().untilAsserted(() -> {
            var quizzes = new ArrayList<JsonNode>();
            for (var course : courses().toList()) {
                as(course.author())
                        .get("/api/v1/analytics/courses/" + idOf(course) + "/quiz")
                        .json()
                        .path("items")
                        .forEach(quizzes::add);
            }
            assertThat(quizzes.stream().mapToInt(quiz -> quiz.path("attempts").asInt()).sum())
                    .isEqualTo(90);
            assertThat(quizzes).anyMatch(quiz -> quiz.path("passed").asInt() > 0);
        });
    }

    @Test
    void hasFourteenCertificatesOfWhichOneIsRevoked() {
        var verdicts =
                SEED.learning().stream()
                        .filter(SEED::earnsCertificate)
                        .map(one -> verdict(one.learner(), one.course()))
                        .collect(groupingBy(verdict -> verdict, counting()));

        assertThat(verdicts).isEqualTo(Map.of("VALID", 13L, "REVOKED", 1L));
    }

    @Test
    void hasReviewsThatTheCatalogueCounts() {
        int all = 0;
        for (var course : courses().toList()) {
            var written =
                    SEED.learning().stream()
                            .filter(one -> one.course().equals(course.key()))
                            .flatMap(one -> one.review().stream())
                            .map(Seed.Review::text)
                            .toList();
            var shown =
                    stranger()
                            .get("/api/v1/reviews?limit=100&courseId=" + idOf(course))
                            .json()
                            .path("items");

            assertThat(shown.valueStream().map(one -> one.path("text").asString()))
                    .containsExactlyInAnyOrderElementsOf(written);
            await().untilAsserted(() ->
                    assertThat(found(course).at("/rating/count").asInt())
                            .isEqualTo(written.size()));
            all += written.size();
        }
        assertThat(all).isEqualTo(26);
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
                .containsExactlyInAnyOrder("GRADED", "SUBMITTED", "SUBMITTED");
    }

    @Test
    void offersTomTheSeatThatCameFreeAndLetsThreeWait() {
        await().untilAsserted(() ->
                assertThat(
                                as("tom")
                                        .get("/api/v1/waitlist")
                                        .json()
                                        .at("/items/0/status")
                                        .asString())
                        .isEqualTo("OFFERED"));
        for (var waiting : SEED.waiting().stream().skip(1).toList()) {
            assertThat(as(waiting.learner()).get("/api/v1/waitlist").json().path("items"))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.path("status").asString()).isEqualTo("WAITING"));
        }
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

    static Stream<Person> named() {
        return SEED.people().stream().filter(person -> person.sees().isPresent());
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
                        as("sam").get("/api/v1/admin/orders?limit=100"),
                        as("leo").get("/api/v1/certificates"),
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
                        Optional.empty(),
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
                                                        Optional.empty())))),
                        Optional.empty());
        return new Seed(
                SEED.password(),
                SEED.people(),
                List.of(spoiled),
                List.of(),
                List.of(),
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
        return SIGNED_IN.computeIfAbsent(key, who -> stranger().as(tokenOf(person(who).email())));
    }

    /// Staff shows a code as well.
    private static String tokenOf(String email) {
        var signIn = SignIn.at(platform.ports().frontDoor());
        return authenticators()
                .of(email)
                .map(authenticator -> signIn.token(email, SEED.password(), authenticator))
                .orElseGet(() -> signIn.token(email, SEED.password()));
    }

    private static Authenticators authenticators() {
        return Authenticators.under(platform.lectern().home().secrets());
    }

    private static JsonNode found(Course course) {
        var query = URLEncoder.encode(course.title(), StandardCharsets.UTF_8);
        return stranger().get("/api/v1/catalog/search?q=" + query).json().path("items").path(0);
    }

    private static String idOf(Course course) {
        return IDS.computeIfAbsent(course.key(), _ -> found(course).path("courseId").asString());
    }

    private static List<JsonNode> allOrders() {
        var tom = as("tom").get("/api/v1/orders").json().path("items").valueStream();
        var others =
                SEED.orders().stream()
                        .map(Seed.Order::buyer)
                        .distinct()
                        .flatMap(buyer ->
                                as(buyer)
                                        .get("/api/v1/orders?limit=100")
                                        .json()
                                        .path("items")
                                        .valueStream());
        return Stream.concat(tom, others).toList();
    }

    private static String statusOf(JsonNode order) {
        return order.path("status").asString();
    }

    private static Set<String> distinct(List<JsonNode> items, String pointer) {
        return items.stream().map(item -> item.at(pointer).asString()).collect(toUnmodifiableSet());
    }

    private static List<Lesson> lessonsOf(Course course) {
        return Stream.concat(
                        course.lessons().stream(),
                        course.update().stream()
                                .flatMap(added -> added.section().lessons().stream()))
                .toList();
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

    private static List<String> lessonIds(Course course) {
        return lessons(page(course)).map(lesson -> lesson.path("id").asString()).toList();
    }

    private static JsonNode certificate(String learner, String course) {
        return as(learner)
                .get("/api/v1/certificates?courseId=" + idOf(SEED.course(course)))
                .json()
                .at("/items/0");
    }

    private static String verdict(String learner, String course) {
        var code = certificate(learner, course).path("code").asString();
        return stranger().get("/api/v1/verify/" + code).json().path("verdict").asString();
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
