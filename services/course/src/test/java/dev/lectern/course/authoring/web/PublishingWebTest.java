package dev.lectern.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The way of a draft to its versions, over HTTP.
@CourseTest
class PublishingWebTest {

    private static final String ADMIN = "/api/v1/admin/courses";

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private Client author = new Client(0);
    private Client moderator = new Client(0);

    @BeforeEach
    void signIn() {
        author = as(ines);
        moderator = as(Studio.aModerator());
    }

    @Nested
    class TheGate {

        @Test
        void namesEverythingThatIsMissing() {
            var course = studio.draft(ines, "Gated");
            var section = section(course);
            studio.lesson(course, section, "Film", LessonKind.VIDEO, ines);
            studio.lesson(course, section, "Test", LessonKind.QUIZ, ines);
            studio.lesson(course, section, "Essay", LessonKind.ASSIGNMENT, ines);
            studio.article(course, section, "Nothing in it", ines);

            var gate = author.get(pathOf(course) + "/gate").json();

            assertThat(gate.get("ready").asBoolean()).isFalse();
            assertThat(gate.get("failures"))
                    .extracting(failure -> failure.get("code").asString())
                    .containsExactly(
                            "MEDIA_NOT_READY", "QUIZ_UNANSWERABLE", "REF_BROKEN", "REF_BROKEN");
            assertThat(gate.at("/failures/3/pointer").asString())
                    .isEqualTo("/sections/0/lessons/3");
            assertThat(Instant.parse(gate.get("asOf").asString())).isNotNull();
        }

        @Test
        void opensWhenContentTellsOfABody() {
            var course = studio.draft(ines, "Opened");
            var lesson = studio.article(course, section(course), "Sine", ines);

            studio.written(course, lesson);
            var open = author.get(pathOf(course) + "/gate").json();
            studio.emptied(course, lesson);
            var shut = author.get(pathOf(course) + "/gate").json();

            assertThat(open.get("ready").asBoolean()).isTrue();
            assertThat(open.get("failures")).isEmpty();
            assertThat(shut.get("ready").asBoolean()).isFalse();
        }
    }

    @Nested
    class Submitting {

        @Test
        void answersWithAllFailuresAtOnce() {
            var course = studio.draft(ines, "Not ready");
            var section = section(course);
            studio.lesson(course, section, "Film", LessonKind.VIDEO, ines);
            studio.article(course, section, "Empty", ines);

            var answer = submit(course);

            assertRefused(answer, 422, "GATE_FAILED");
            assertThat(answer.text("detail")).isEqualTo("2 things are missing.");
            assertThat(answer.json().get("errors"))
                    .extracting(error -> error.get("code").asString())
                    .containsExactly("MEDIA_NOT_READY", "REF_BROKEN");
            assertThat(answer.json().at("/errors/1/pointer").asString())
                    .isEqualTo("/sections/0/lessons/1");
            assertThat(author.get(pathOf(course)).text("status")).isEqualTo("DRAFT");
        }

        @Test
        void freezesTheDraftUntilItIsDecided() {
            var course = studio.writtenDraft(ines, Studio.details("Frozen"));

            var submitted = submit(course);

            assertThat(submitted.status()).isEqualTo(200);
            assertThat(submitted.text("status")).isEqualTo("SUBMITTED");
            assertThat(submitted.json().at("/review/note").asString()).isEqualTo("Please look");
            assertRefused(
                    at(submitted).patch(pathOf(course), "{\"title\": \"Other\"}"),
                    409,
                    "UNDER_REVIEW");
            assertRefused(
                    keyed(author).post(pathOf(course) + "/sections", "{\"title\": \"More\"}"),
                    409,
                    "UNDER_REVIEW");
            assertRefused(submit(course), 409, "UNDER_REVIEW");
        }

        @Test
        void needsKeyAndEtag() {
            var path = pathOf(studio.writtenDraft(ines, Studio.details("Marked"))) + "/submit";

            assertRefused(
                    author.with("If-Match", "\"0\"").post(path, "{}"),
                    400,
                    "IDEMPOTENCY_KEY_REQUIRED");
            assertRefused(keyed(author).post(path, "{}"), 428, "IF_MATCH_REQUIRED");
            assertRefused(
                    keyed(author).with("If-Match", "\"0\"").post(path, "{}"), 412, "VERSION_STALE");
        }

        @Test
        void repeatsTheFirstAnswerForTheSameKey() {
            var course = studio.writtenDraft(ines, Studio.details("Repeated"));
            var keyed = keyed(author).with("If-Match", author.get(pathOf(course)).header("ETag"));

            var first = keyed.post(pathOf(course) + "/submit", "{}");
            var second = keyed.post(pathOf(course) + "/submit", "{}");

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        }
    }

    @Nested
    class Reviewing {

        @Test
        void showsReviewersWhatWaitsForThem() {
            var course = studio.submitted(ines, "Waiting");
            studio.draft(ines, "Not waiting");

            var list = moderator.get(ADMIN + "?status=SUBMITTED&limit=100").json();
            var outline = moderator.get(ADMIN + "/" + course.value() + "/outline");

            assertThat(list.get("items"))
                    .allMatch(item -> item.get("status").asString().equals("SUBMITTED"))
                    .anyMatch(item -> item.get("id").asString().equals(course.value().toString()));
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
            assertRefused(approve(moderator, course), 409, "NOT_SUBMITTED");
            assertRefused(reject(moderator, course), 409, "NOT_SUBMITTED");
            assertRefused(submit(course), 409, "REVIEW_NOT_NEEDED");
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
        void repeatsTheFirstAnswerForTheSameKey() {
            var course = studio.submitted(ines, "Approved twice");
            var keyed = keyed(moderator);

            keyed.post(ADMIN + "/" + course.value() + "/approve", "{}");
            var again = keyed.post(ADMIN + "/" + course.value() + "/approve", "{}");

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.json().get("publishedVersion").asInt()).isEqualTo(1);
        }

        @Test
        void refusesABodyThatWasEmptiedSinceItWasSubmitted() {
            var course = studio.submitted(ines, "Emptied");
            Callees.emptied(firstLesson(course).value());

            var answer = approve(moderator, course);

            assertRefused(answer, 422, "GATE_FAILED");
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("REF_BROKEN");
            assertThat(answer.json().at("/errors/0/pointer").asString())
                    .isEqualTo("/sections/0/lessons/0");
            assertThat(author.get(pathOf(course)).text("status")).isEqualTo("SUBMITTED");
        }

        @Test
        void changesNothingWhileContentDoesNotAnswer() {
            var course = studio.submitted(ines, "Unanswered");
            Callees.unreachable(course.value());

            var answer = approve(moderator, course);
            Callees.reachable(course.value());

            assertRefused(answer, 503, "UNAVAILABLE");
            assertThat(answer.json().get("retryable").asBoolean()).isTrue();
            assertThat(author.get(pathOf(course)).text("status")).isEqualTo("SUBMITTED");
            assertThat(approve(moderator, course).status()).isEqualTo(200);
        }

        @Test
        void givesTheDraftBackWithReasons() {
            var course = studio.submitted(ines, "Rejected");

            var rejected = reject(moderator, course);
            var seen = author.get(pathOf(course));

            assertThat(rejected.text("status")).isEqualTo("DRAFT");
            assertThat(seen.json().at("/review/reasons/0/pointer").asString()).isEqualTo("/title");
            assertThat(seen.json().at("/review/reasons/0/text").asString()).isEqualTo("Too short.");
            assertThat(seen.body()).doesNotContain("decidedBy");
            assertThat(at(seen).patch(pathOf(course), "{\"title\": \"Longer\"}").status())
                    .isEqualTo(200);
            assertRefused(
                    keyed(moderator)
                            .post(ADMIN + "/" + course.value() + "/reject", "{\"reasons\": []}"),
                    400,
                    "INVALID_VALUE");
        }

        @Test
        void isForOthersThanTheMembersOfTheCourse() {
            var course = studio.submitted(ines, "Own");
            var both = as(new Caller(ines.id(), Set.of(Role.instructor, Role.moderator)));

            assertRefused(approve(both, course), 403, "OWN_COURSE");
            assertRefused(reject(both, course), 403, "OWN_COURSE");
        }

        @Test
        void isForModeratorsAndAdminsOnly() {
            var course = studio.submitted(ines, "Guarded");

            for (var role : Role.values()) {
                var someone = as(new Caller(UUID.randomUUID(), Set.of(role)));
                var allowed = role == Role.moderator || role == Role.admin;
                assertThat(someone.get(ADMIN + "?status=SUBMITTED").status())
                        .as("%s", role)
                        .isEqualTo(allowed ? 200 : 403);
                if (!allowed) {
                    assertRefused(approve(someone, course), 403, "FORBIDDEN");
                    assertRefused(reject(someone, course), 403, "FORBIDDEN");
                    assertRefused(
                            someone.get(ADMIN + "/" + course.value() + "/outline"),
                            403,
                            "FORBIDDEN");
                }
            }
            assertRefused(approve(moderator, new CourseId(UUID.randomUUID())), 404, "NOT_FOUND");
        }
    }

    @Nested
    class Publishing {

        @Test
        void makesTheNextVersionWithoutAReview() {
            var course = studio.published(ines, "Next");
            studio.written(course, studio.article(course, firstSection(course), "More", ines));

            var answer = publish(course);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("publishedVersion").asInt()).isEqualTo(2);
            assertThat(answer.text("status")).isEqualTo("PUBLISHED");
        }

        @Test
        void repeatsTheFirstAnswerForTheSameKeyThoughItsEtagIsOldByThen() {
            var course = studio.published(ines, "Next twice");
            var keyed = keyed(author).with("If-Match", author.get(pathOf(course)).header("ETag"));

            keyed.post(pathOf(course) + "/publish", "{}");
            var again = keyed.post(pathOf(course) + "/publish", "{}");

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json().get("publishedVersion").asInt()).isEqualTo(2);
            assertRefused(
                    keyed(author).with("If-Match", "\"0\"").post(pathOf(course) + "/publish", "{}"),
                    412,
                    "VERSION_STALE");
        }

        @Test
        void needsAReviewFirst() {
            var course = studio.writtenDraft(ines, Studio.details("Never approved"));

            assertRefused(publish(course), 409, "REVIEW_REQUIRED");
            assertThat(Callees.callsAbout(course.value())).isEmpty();
        }

        @Test
        void goesThroughTheGate() {
            var course = studio.published(ines, "Gated again");
            var empty = studio.article(course, firstSection(course), "Empty", ines);
            Callees.emptied(empty.value());
            var film = studio.lesson(course, firstSection(course), "Film", LessonKind.VIDEO, ines);

            var answer = publish(course);

            assertThat(film).isNotNull();
            assertRefused(answer, 422, "GATE_FAILED");
            assertThat(answer.json().get("errors")).hasSize(2);
        }

        @Test
        void showsBeforehandWhatChangesAndForHowMany() {
            var course = studio.published(ines, "Changes");
            var leo = grant(course, UUID.randomUUID(), 1);
            var mia = grant(course, UUID.randomUUID(), 1);
            revoke(course, mia);
            expire(course, grant(course, UUID.randomUUID(), 1));
            var added = studio.article(course, firstSection(course), "Added", ines);

            var changes = author.get(pathOf(course) + "/changes").json();

            assertThat(leo).isNotNull();
            assertThat(changes.get("learnersOnOlder").asInt()).isEqualTo(1);
            assertThat(changes.at("/learners/0/version").asInt()).isEqualTo(1);
            assertThat(changes.get("added"))
                    .extracting(one -> one.get("lessonId").asString())
                    .containsExactly(added.value().toString());
            assertThat(changes.get("removed")).isEmpty();
            assertThat(changes.get("changed")).isEmpty();
        }

        @Test
        void showsWhichLessonsWereRemovedOrChanged() {
            var course = studio.published(ines, "Differences");
            var first = firstLesson(course);
            var second = studio.article(course, firstSection(course), "Second", ines);
            studio.written(course, second);
            publish(course);
            var read = author.get(pathOf(course));
            var renamed =
                    at(read).patch(
                                    pathOf(course) + "/lessons/" + first.value(),
                                    "{\"title\": \"First stride\"}");
            at(renamed).delete(pathOf(course) + "/lessons/" + second.value());

            var changes = author.get(pathOf(course) + "/changes").json();

            assertThat(changes.at("/changed/0/title").asString()).isEqualTo("First stride");
            assertThat(changes.at("/removed/0/lessonId").asString())
                    .isEqualTo(second.value().toString());
            assertThat(changes.get("added")).isEmpty();
        }

        private UUID grant(CourseId course, UUID learner, int version) {
            var enrollment = UUID.randomUUID();
            studio.hear(
                    enrollment,
                    new EnrollmentGranted(
                            enrollment,
                            learner,
                            course.value(),
                            UUID.randomUUID(),
                            version,
                            "ACTIVE",
                            null,
                            Instant.EPOCH,
                            null));
            return enrollment;
        }

        private void revoke(CourseId course, UUID enrollment) {
            studio.hear(
                    enrollment,
                    new EnrollmentRevoked(
                            enrollment, UUID.randomUUID(), course.value(), UUID.randomUUID()));
        }

        private void expire(CourseId course, UUID enrollment) {
            studio.hear(
                    enrollment,
                    new EnrollmentExpired(
                            enrollment, UUID.randomUUID(), course.value(), UUID.randomUUID()));
        }
    }

    @Nested
    class Runs {

        @Test
        void areOfferedOnOtherTermsUnderAnEtagOfTheirOwn() {
            var course = studio.draft(ines, "Offered");
            var path = runOf(course);
            var draft = author.get(pathOf(course)).header("ETag");

            var offered =
                    at(author.get(path))
                            .patch(
                                    path,
                                    """
                                    {"capacity": 2, "opensAt": "2026-10-02T09:15:00Z",
                                     "closesAt": "2026-11-02T09:15:00Z"}
                                    """);
            var cleared = at(offered).patch(path, "{\"capacity\": null, \"closesAt\": null}");

            assertThat(offered.json().get("capacity").asInt()).isEqualTo(2);
            assertThat(cleared.json().get("capacity").isNull()).isTrue();
            assertThat(cleared.json().get("closesAt").isNull()).isTrue();
            assertThat(cleared.text("opensAt")).isEqualTo("2026-10-02T09:15:00Z");
            assertThat(author.get(pathOf(course)).header("ETag")).isEqualTo(draft);
            assertRefused(at(offered).patch(path, "{\"capacity\": 3}"), 412, "VERSION_STALE");
            assertRefused(author.patch(path, "{\"capacity\": 3}"), 428, "IF_MATCH_REQUIRED");
        }

        @Test
        void haveTheirCapacityDecidedByEnrollment() {
            var path = runOf(studio.draft(ines, "Decided"));
            var run = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
            Callees.taken(run, 3);

            var below = at(author.get(path)).patch(path, "{\"capacity\": 2}");
            var enough = at(author.get(path)).patch(path, "{\"capacity\": 3}");

            assertRefused(below, 409, "CAPACITY_BELOW_TAKEN");
            assertThat(enough.json().get("capacity").asInt()).isEqualTo(3);
            assertThat(Callees.callsAbout(run))
                    .extracting(call -> call.body().get("capacity").asInt())
                    .containsExactly(2, 3);
        }

        @Test
        void changeTheirDatesWithoutAskingAnybody() {
            var path = runOf(studio.draft(ines, "Dated"));
            var run = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));

            at(author.get(path)).patch(path, "{\"opensAt\": \"2026-10-02T09:15:00Z\"}");

            assertThat(Callees.callsAbout(run)).isEmpty();
        }

        @Test
        void stayAsTheyAreWhileEnrollmentDoesNotAnswer() {
            var path = runOf(studio.draft(ines, "Undecided"));
            var run = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
            Callees.unreachable(run);

            var answer = at(author.get(path)).patch(path, "{\"capacity\": 2}");

            assertRefused(answer, 503, "UNAVAILABLE");
            assertThat(author.get(path).json().get("capacity").isNull()).isTrue();
        }

        @Test
        void refuseTermsThatMakeNoSense() {
            var path = runOf(studio.draft(ines, "Senseless"));

            for (var body :
                    List.of(
                            "{\"capacity\": 0}",
                            "{\"capacity\": 1.5}",
                            "{\"capacity\": \"2\"}",
                            "{\"capacity\": 1000001}",
                            "{\"opensAt\": \"tomorrow\"}",
                            "{\"opensAt\": \"2026-10-02T09:15:00Z\", \"closesAt\": \"2026-10-02T09:15:00Z\"}")) {
                assertRefused(at(author.get(path)).patch(path, body), 400, "INVALID_VALUE");
            }
        }

        private String runOf(CourseId course) {
            return "/api/v1/runs/" + author.get(pathOf(course)).text("defaultRunId");
        }
    }

    private Client as(Caller caller) {
        return new Client(port)
                .as(
                        TestIdentity.tokenOf(
                                caller.id(),
                                caller.roles().stream().map(Role::name).toArray(String[]::new)));
    }

    private static Client keyed(Client client) {
        return client.withKey(UUID.randomUUID().toString());
    }

    /// The author, having read what this answer shows.
    private Client at(Answer read) {
        return author.with("If-Match", read.header("ETag"));
    }

    private static String pathOf(CourseId course) {
        return "/api/v1/courses/" + course.value();
    }

    private SectionId section(CourseId course) {
        var section = keyed(author).post(pathOf(course) + "/sections", "{\"title\": \"Section\"}");
        return new SectionId(UUID.fromString(section.text("id")));
    }

    private SectionId firstSection(CourseId course) {
        return new SectionId(UUID.fromString(outline(course).at("/sections/0/id").asString()));
    }

    private LessonId firstLesson(CourseId course) {
        return new LessonId(
                UUID.fromString(outline(course).at("/sections/0/lessons/0/id").asString()));
    }

    private JsonNode outline(CourseId course) {
        return author.get(pathOf(course) + "/outline").json();
    }

    private Answer submit(CourseId course) {
        return keyed(at(author.get(pathOf(course))))
                .post(pathOf(course) + "/submit", "{\"note\": \"Please look\"}");
    }

    private Answer publish(CourseId course) {
        return keyed(at(author.get(pathOf(course)))).post(pathOf(course) + "/publish", "{}");
    }

    private static Answer approve(Client client, CourseId course) {
        return keyed(client).post(ADMIN + "/" + course.value() + "/approve", "{}");
    }

    private static Answer reject(Client client, CourseId course) {
        return keyed(client)
                .post(
                        ADMIN + "/" + course.value() + "/reject",
                        """
                        {"reasons": [{"pointer": "/title", "text": "Too short."}]}
                        """);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
