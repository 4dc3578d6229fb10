package dev.lectern.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Essay;
import dev.lectern.acceptance.courses.Exam;
import dev.lectern.acceptance.courses.Purchases;
import dev.lectern.acceptance.courses.Sitting;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Mailbox;
import dev.lectern.acceptance.people.Person;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody of each kind, with something that is theirs: what the requests of `requests.yaml` are
/// made of.
public final class World {

    /// The people and strangers that call.
    public static final List<String> CALLERS =
            List.of(
                    "anonymous",
                    "learner",
                    "other learner",
                    "author",
                    "other instructor",
                    "moderator",
                    "admin");

    private final Person leo;
    private final Person mia;
    private final Person ines;
    private final Person ivan;
    private final Person moderator;
    private final Person admin;
    private final Cast cast;
    private final Studio studio;
    private final Draft draft;
    private final Draft course;
    private final Draft elsewhere;
    private final Draft submitted;
    private final Draft withdrawable;
    private final Draft soldOut;
    private final Answer waits;
    private Draft latest;
    private final Exam exam;
    private final Sitting sitting;
    private final JsonNode graded;
    private final JsonNode attempt;
    private final UUID enrollment;
    private final JsonNode certificate;
    private @Nullable Person certified;
    private final String review;
    private final Answer application;
    private final Answer upload;
    private final Answer coupon;
    private final Essay assignment;
    private final String submission;
    private final Answer grade;
    private final Purchases purchases;
    private final Draft sold;
    private final String openOrder;
    private final String refundedOrder;
    private final String refund;
    private String order;

    public World(Cast cast) {
        this.cast = cast;
        ines = cast.instructor("Ines");
        ivan = cast.instructor("Ivan");
        leo = cast.learner("Leo");
        mia = cast.learner("Mia");
        moderator = cast.appointed("moderator");
        admin = cast.appointed("admin");
        studio = new Studio(ines, moderator);
        course = studio.draft("Rights", "Preview", "Closed");
        exam = new Exam(studio, course, "\"maxAttempts\": 100", 3, 2);
        exam.addLesson(false);
        assignment = Essay.in(studio, course, false);
        studio.publish(course);
        elsewhere = studio.published("Elsewhere", "Preview", "Closed");
        draft = studio.draft("Unfinished", "Begun");
        submitted = studio.draft("Handed in", "Begun");
        studio.submit(submitted);
        latest = draft;
        withdrawable = studio.published("Outdated", "Preview", "Closed");
        soldOut = studio.published("Sold out", "Preview", "Closed");
        studio.limit(soldOut.runId(), 1);
        new Studies(mia, soldOut).enroll();
        waits =
                leo.intending()
                        .post("/api/v1/waitlist", "{\"runId\": \"%s\"}".formatted(soldOut.runId()));
        var studies = new Studies(leo, course);
        enrollment = studies.enroll();
        certificate = studies.complete();
        review = reviews(leo);
        sitting = new Sitting(leo, exam.quiz());
        graded = sitting.start();
        sitting.submit(graded);
        attempt = sitting.start();
        submission = assignment.isHandedInBy(leo);
        grade = assignment.grade(submission, 8, "");
        application = apply(leo);
        await("media knows who teaches the course")
                .atMost(Duration.ofSeconds(10))
                .until(() -> newUpload().status() == 201);
        upload = newUpload();
        coupon =
                ines.intending()
                        .post(
                                "/api/v1/coupons",
                                "{\"code\": \"%s\", \"courseId\": \"%s\", \"percentOff\": 50}"
                                        .formatted(newCode(), draft.id()));
        purchases = new Purchases(cast.platform(), leo);
        sold = studio.priced(4_900, "Sold", "Preview", "Closed");
        refundedOrder = purchases.buys(sold.runId());
        refund = purchases.wantsMoneyBack(refundedOrder).text("id");
        purchases.awaitStatus(refundedOrder, "REFUNDED");
        order = purchases.buys(sold.runId());
        openOrder = purchases.orders(studio.priced(4_900, "Ordered", "Preview").runId());
    }

    /// Calls of one kind of caller, by its column in `docs/rights.md`.
    public Client caller(String kind) {
        return switch (kind) {
            case "anonymous" -> cast.anonymous();
            case "learner" -> leo.api();
            case "other learner" -> mia.api();
            case "author" -> ines.api();
            case "other instructor" -> ivan.api();
            case "moderator" -> moderator.api();
            case "admin" -> admin.api();
            default -> throw new IllegalArgumentException("nobody is called " + kind);
        };
    }

    /// What a request calls by this name.
    public String named(String name) {
        return switch (name) {
            case "author" -> ines.id().toString();
            case "other learner" -> mia.id().toString();
            case "course" -> course.id().toString();
            case "run" -> course.runId().toString();
            case "open run" -> elsewhere.runId().toString();
            case "published lesson" -> course.lessonIds().getLast().toString();
            case "draft" -> draft.id().toString();
            case "section" -> draft.sectionId().toString();
            case "lesson" -> draft.lessonIds().getFirst().toString();
            case "sold out run" -> soldOut.runId().toString();
            case "waitlist entry" -> waits.text("id");
            case "offered course" -> offeredCourse().toString();
            case "etag of the offered course" -> studio.etagOf(withdrawable);
            case "submitted course" -> submitted.id().toString();
            case "bank" -> exam.bank().toString();
            case "question" -> exam.questions().getFirst().toString();
            case "new question" -> exam.addQuestion("Superfluous").toString();
            case "etag of the bank" -> etag(ines, "/api/v1/banks/" + exam.bank());
            case "quiz" -> exam.quiz().toString();
            case "etag of the quiz" -> etag(ines, "/api/v1/quizzes/" + exam.quiz());
            case "attempt" -> attempt.path("id").asString();
            case "asked question" -> attempt.at("/questions/0/id").asString();
            case "graded attempt" -> graded.path("id").asString();
            case "assignment" -> assignment.id().toString();
            case "criterion" -> assignment.criterion();
            case "submission" -> submission;
            case "grade" -> grade.text("id");
            case "enrollment" -> enrollment.toString();
            case "certificate" -> certificate.path("id").asString();
            case "review" -> shownReview();
            case "etag of the review" -> etag(leo, "/api/v1/reviews/" + shownReview());
            case "notification" -> notification();
            case "unsubscribing" -> unsubscribing();
            case "certificate to revoke" -> certificateToRevoke();
            case "code" -> certificate.path("code").asString();
            case "application" -> application.text("id");
            case "cover" -> ines.api().get("/api/v1/courses/" + draft.id()).text("coverAssetId");
            case "coupon" -> coupon.text("id");
            case "new code" -> newCode();
            case "priced course" -> sold.id().toString();
            case "priced run" -> sold.runId().toString();
            case "open order" -> openOrder;
            case "order" -> order;
            case "order to grant" -> orderToGrant();
            case "order to refund" -> orderToRefund();
            case "refunded order" -> refundedOrder;
            case "refund" -> refund;
            case "new session" -> newSession();
            case "upload" -> upload.text("uploadId");
            case "video" -> upload.text("videoId");
            case "new upload" -> newUpload().text("uploadId");
            case "etag of the draft" -> studio.etagOf(draft);
            case "etag of the course" -> studio.etagOf(course);
            case "etag of the run" -> etag(ines, "/api/v1/runs/" + course.runId());
            case "etag of the price" -> etag(ines, "/api/v1/prices/" + draft.id());
            case "etag of me" -> etag(leo, "/api/v1/users/me");
            case "now" -> Instant.now().toString();
            case "new id" -> UUID.randomUUID().toString();
            case "new address" -> Cast.addressOf("Zoe");
            case "new draft" -> newDraft();
            case "etag of the new draft" -> studio.etagOf(latest);
            case "new section" -> newSection();
            case "new lesson" -> newLesson();
            case "new submitted course" -> newSubmitted();
            case "new application" -> apply(cast.learner("Omar")).text("id");
            default -> throw new IllegalArgumentException("nothing is called " + name);
        };
    }

    /// All that is somebody's own here, as its owners read it.
    public String asItsOwnersSeeIt() {
        return Stream.concat(
                        Stream.of(
                                        "/api/v1/courses/" + draft.id(),
                                        "/api/v1/courses/" + draft.id() + "/outline",
                                        "/api/v1/lessons/"
                                                + draft.lessonIds().getFirst()
                                                + "/draft",
                                        "/api/v1/courses/" + course.id(),
                                        "/api/v1/courses/" + submitted.id(),
                                        "/api/v1/runs/" + course.runId(),
                                        "/api/v1/banks/" + exam.bank(),
                                        "/api/v1/banks/" + exam.bank() + "/questions",
                                        "/api/v1/quizzes/" + exam.quiz(),
                                        "/api/v1/assignments/" + assignment.id(),
                                        "/api/v1/submissions/" + submission,
                                        "/api/v1/coupons?courseId=" + draft.id(),
                                        "/api/v1/assets?courseId=" + draft.id())
                                .map(path -> ines.api().get(path)),
                        Stream.of(
                                        "/api/v1/users/me",
                                        "/api/v1/enrollments",
                                        "/api/v1/progress/" + course.id(),
                                        "/api/v1/certificates",
                                        "/api/v1/reviews/me?courseId=" + course.id(),
                                        "/api/v1/orders",
                                        "/api/v1/notification-preferences",
                                        "/api/v1/quizzes/" + exam.quiz() + "/attempts",
                                        "/api/v1/instructor-applications")
                                .map(path -> leo.api().get(path)))
                .peek(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200))
                .map(Answer::body)
                .collect(Collectors.joining("\n"));
    }

    /// Once review knows how far the learner is, and until it has learned the name.
    private String reviews(Person learner) {
        var body = "{\"courseId\": \"%s\", \"rating\": 4}".formatted(course.id());
        var posted =
                await("review knows the progress")
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () -> learner.intending().post("/api/v1/reviews", body),
                                answer -> answer.status() == 201);
        await("review knows the name")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        learner.api()
                                .get("/api/v1/reviews/" + posted.text("id"))
                                .json()
                                .path("learnerName")
                                .isString());
        return posted.text("id");
    }

    /// Somebody who has done the course and has not said anything of it.
    public Person reader() {
        var reader = cast.learner("Rita");
        var studies = new Studies(reader, course);
        studies.enroll();
        studies.awaitOpen();
        new Device(reader).completes(course.lessonIds().getFirst());
        await("review knows the progress")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        cast.platform()
                                        .number(
                                                "review",
                                                """
                                                select coalesce(max(percent), 0)
                                                from copy_learner_access
                                                join copy_progress using (enrollment_id)
                                                where learner_id = '%s'
                                                """
                                                        .formatted(reader.id()))
                                > 0);
        return reader;
    }

    /// Put back where a moderator has just taken it out.
    private String shownReview() {
        if (cast.anonymous().get("/api/v1/reviews/" + review).status() == 404) {
            moderator.api().post("/api/v1/admin/reviews/" + review + "/keep", "");
        }
        return review;
    }

    /// Published again where it was withdrawn already.
    private UUID offeredCourse() {
        var path = "/api/v1/courses/" + withdrawable.id();
        if (!ines.api().get(path).json().path("withdrawnAt").isNull()) {
            assertThat(studio.publishAgain(withdrawable).status()).isEqualTo(200);
        }
        return withdrawable.id();
    }

    /// What Leo was told first, and by now.
    private String notification() {
        return await("something in the inbox")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> leo.api().get("/api/v1/notifications").json().at("/items/0/id"),
                        id -> !id.isMissingNode())
                .asString();
    }

    /// The key in a link of a mail to Leo.
    private String unsubscribing() {
        return new Mailbox(cast.platform().control(), leo.email()).tokenFor("/unsubscribe");
    }

    /// Of somebody who has nothing to do with what else is asked; revoked once, it stays so.
    private String certificateToRevoke() {
        if (certified == null
                || !certificateOf(certified).path("status").asString().equals("ISSUED")) {
            certified = cast.learner("Nora");
            var studies = new Studies(certified, elsewhere);
            studies.enroll();
            studies.complete();
        }
        return certificateOf(certified).path("id").asString();
    }

    private static JsonNode certificateOf(Person learner) {
        return learner.api().get("/api/v1/certificates").json().at("/items/0");
    }

    /// Of somebody else each time, as its money goes back.
    private String orderToGrant() {
        return new Purchases(cast.platform(), cast.learner("Tom")).buys(sold.runId());
    }

    /// Bought again where its money is back already.
    private String orderToRefund() {
        if (!purchases.status(order).equals("FULFILLED")) {
            purchases.awaitStatus(order, "REFUNDED");
            order = purchases.buys(sold.runId());
        }
        return order;
    }

    private static String newCode() {
        return "C-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String newDraft() {
        latest = studio.draft("Ready", "Begun");
        studio.awaitReady(latest);
        return latest.id().toString();
    }

    private String newSection() {
        return ines.intending()
                .post("/api/v1/courses/" + draft.id() + "/sections", "{\"title\": \"Empty\"}")
                .text("id");
    }

    private String newLesson() {
        return studio.article(draft.id(), draft.sectionId(), "Superfluous", false).toString();
    }

    private String newSubmitted() {
        var another = studio.draft("Another one", "Begun");
        assertThat(studio.submit(another).status()).isEqualTo(200);
        return another.id().toString();
    }

    private static Answer apply(Person person) {
        return person.intending()
                .post(
                        "/api/v1/instructor-applications",
                        "{\"headline\": \"Teaches\", \"biography\": \"Has taught for years.\"}");
    }

    private Answer newUpload() {
        return ines.api()
                .post(
                        "/api/v1/upload",
                        """
                        {"fileName": "sampling.mp4", "contentType": "video/mp4", "sizeBytes": 1000,
                         "sha256": "%s", "title": "Sampling", "courseId": "%s", "multipart": true}
                        """
                                .formatted("ab".repeat(32), draft.id()));
    }

    /// Of Leo on a further device.
    private String newSession() {
        return cast.signedIn("Leo", leo.email())
                .api()
                .get("/api/v1/auth/sessions")
                .json()
                .path("items")
                .valueStream()
                .filter(session -> session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static String etag(Person person, String path) {
        return person.api().get(path).headers().firstValue("ETag").orElse("\"0\"");
    }
}
