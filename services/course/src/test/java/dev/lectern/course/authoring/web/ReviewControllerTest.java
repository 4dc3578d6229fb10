package dev.lectern.course.authoring.web;

import static dev.lectern.course.testkit.Desk.assertRefused;
import static dev.lectern.course.testkit.Desk.pathOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CourseTest
class ReviewControllerTest {

    private static final String ADMIN = "/api/v1/admin/courses";
    private static final String TOO_SHORT =
            "{\"reasons\": [{\"pointer\": \"/title\", \"text\": \"Too short.\"}]}";

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private Desk author = new Desk(new Client(0));
    private Desk moderator = new Desk(new Client(0));

    @BeforeEach
    void sitDown() {
        author = Desk.of(port, ines);
        moderator = Desk.of(port, Studio.aModerator());
    }

    @Test
    void showsWhatWaitsForAReview() {
        var course = studio.submitted(ines, "Waiting");
        var draft = studio.draft(ines, "Not waiting");

        var waiting = moderator.get(ADMIN + "?status=SUBMITTED&limit=100").json().get("items");
        var outline = moderator.get(ADMIN + "/" + course.value() + "/outline");

        assertThat(waiting)
                .allMatch(item -> item.get("status").asString().equals("SUBMITTED"))
                .anyMatch(item -> item.get("id").asString().equals(course.value().toString()))
                .noneMatch(item -> item.get("id").asString().equals(draft.value().toString()));
        assertThat(outline.json().at("/sections/0/lessons/0/title").asString())
                .isEqualTo("First steps");
    }

    @Test
    void publishesVersionOneWithTheApproval() {
        var course = studio.submitted(ines, "Approved");

        var approved = approve(moderator, course);

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("status")).isEqualTo("PUBLISHED");
        assertThat(approved.json().get("publishedVersion").asInt()).isEqualTo(1);
    }

    @Test
    void decidesOnceAndOnlyOnWhatWasSubmitted() {
        var approved = studio.published(ines, "Decided");
        var draft = studio.draft(ines, "Never submitted");

        for (var course : new CourseId[] {approved, draft}) {
            assertRefused(approve(moderator, course), 409, "NOT_SUBMITTED");
            assertRefused(reject(moderator, course), 409, "NOT_SUBMITTED");
        }
    }

    @Test
    void repeatsTheFirstAnswerForTheSameKey() {
        var path = ADMIN + "/" + studio.submitted(ines, "Approved twice").value();
        var keyed = moderator.client().withKey("approve");

        keyed.post(path + "/approve", "{}");
        var again = keyed.post(path + "/approve", "{}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json().get("publishedVersion").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/approve", "/reject"})
    void needsAKey(String verb) {
        var path = ADMIN + "/" + studio.submitted(ines, "Keyless").value();

        assertRefused(
                moderator.client().post(path + verb, verb.equals("/approve") ? "{}" : TOO_SHORT),
                400,
                "IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void asksContentWithItsOwnTokenToKeepTheBodies() {
        var course = studio.submitted(ines, "Pinned");

        approve(moderator, course);

        var call = Callees.callsAbout(course.value()).getFirst();
        assertThat(call.path()).isEqualTo("/content/internal/revisions/pin");
        assertThat(call.authorization()).startsWith("Bearer ");
        assertThat(call.body().get("lessonIds")).hasSize(1);
    }

    @Test
    void refusesABodyThatWasEmptiedSinceItWasSubmitted() {
        var course = studio.submitted(ines, "Emptied");
        Callees.emptied(studio.firstLesson(course, ines).value());

        var answer = approve(moderator, course);

        assertRefused(answer, 422, "GATE_FAILED");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("REF_BROKEN");
        assertThat(answer.json().at("/errors/0/pointer").asString())
                .isEqualTo("/sections/0/lessons/0");
        assertThat(author.read(course).text("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void changesNothingWhileContentDoesNotAnswer() {
        var course = studio.submitted(ines, "Unanswered");
        Callees.unreachable(course.value());

        var answer = approve(moderator, course);
        Callees.reachable(course.value());

        assertRefused(answer, 503, "UNAVAILABLE");
        assertThat(answer.json().get("retryable").asBoolean()).isTrue();
        assertThat(author.read(course).text("status")).isEqualTo("SUBMITTED");
        assertThat(approve(moderator, course).status()).isEqualTo(200);
    }

    @Test
    void givesTheDraftBackWithReasonsButNotWhoDecided() {
        var course = studio.submitted(ines, "Rejected");

        var rejected = reject(moderator, course);
        var seen = author.read(course);

        assertThat(rejected.text("status")).isEqualTo("DRAFT");
        assertThat(seen.json().at("/review/reasons/0/pointer").asString()).isEqualTo("/title");
        assertThat(seen.json().at("/review/reasons/0/text").asString()).isEqualTo("Too short.");
        assertThat(seen.body()).doesNotContain("decidedBy");
        assertThat(author.having(seen).patch(pathOf(course), "{\"title\": \"Longer\"}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                       | INVALID_VALUE",
                "{\"reasons\": []}                                        | INVALID_VALUE",
                "{\"reasons\": [null]}                                    | INVALID_VALUE",
                "{\"reasons\": [{\"pointer\": \"/title\"}]}               | INVALID_VALUE",
                "{\"reasons\": [{\"pointer\": \"/title\", \"text\": \" \"}]} | INVALID_VALUE",
                "{\"reasons\": [{\"text\": \"Too short.\"}]}              | INVALID_VALUE",
                "{\"reason\": \"Too short.\"}                             | UNKNOWN_FIELD"
            })
    void rejectsNothingWithoutAReason(String body, String code) {
        var course = studio.submitted(ines, "Unreasoned");

        assertRefused(moderator.post(ADMIN + "/" + course.value() + "/reject", body), 400, code);
        assertThat(author.read(course).text("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void isForOthersThanTheMembersOfTheCourse() {
        var course = studio.submitted(ines, "Own");
        var both = Desk.of(port, new Caller(ines.id(), Set.of(Role.instructor, Role.moderator)));

        assertRefused(approve(both, course), 403, "OWN_COURSE");
        assertRefused(reject(both, course), 403, "OWN_COURSE");
        assertThat(author.read(course).text("status")).isEqualTo("SUBMITTED");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isForModeratorsAndAdminsOnly(Role role) {
        var course = studio.submitted(ines, "Guarded");
        var someone = Desk.of(port, new Caller(UUID.randomUUID(), Set.of(role)));
        var outline = ADMIN + "/" + course.value() + "/outline";

        if (role == Role.moderator || role == Role.admin) {
            assertThat(someone.get(ADMIN + "?status=SUBMITTED").status()).isEqualTo(200);
            assertThat(someone.get(outline).status()).isEqualTo(200);
            assertThat(approve(someone, course).status()).isEqualTo(200);
        } else {
            assertRefused(someone.get(ADMIN + "?status=SUBMITTED"), 403, "FORBIDDEN");
            assertRefused(someone.get(outline), 403, "FORBIDDEN");
            assertRefused(approve(someone, course), 403, "FORBIDDEN");
            assertRefused(reject(someone, course), 403, "FORBIDDEN");
        }
    }

    @Test
    void findsNoCourseThatDoesNotExist() {
        var absent = new CourseId(UUID.randomUUID());

        assertRefused(approve(moderator, absent), 404, "NOT_FOUND");
        assertRefused(reject(moderator, absent), 404, "NOT_FOUND");
        assertRefused(moderator.get(ADMIN + "/" + absent.value() + "/outline"), 404, "NOT_FOUND");
        assertRefused(moderator.get(ADMIN + "?state=DRAFT"), 400, "UNKNOWN_PARAMETER");
    }

    private static Answer approve(Desk desk, CourseId course) {
        return desk.post(ADMIN + "/" + course.value() + "/approve", "{\"note\": \"Good\"}");
    }

    private static Answer reject(Desk desk, CourseId course) {
        return desk.post(ADMIN + "/" + course.value() + "/reject", TOO_SHORT);
    }
}
