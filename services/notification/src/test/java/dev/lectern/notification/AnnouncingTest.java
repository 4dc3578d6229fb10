package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.event.DeadLetters;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.assessment.SubmissionGraded;
import dev.lectern.events.auth.RoleGranted;
import dev.lectern.events.certificate.CertificateIssued;
import dev.lectern.events.certificate.CertificateRevoked;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import dev.lectern.events.enrollment.EnrollmentWaitlistChanged;
import dev.lectern.events.gamification.BadgeEarned;
import dev.lectern.events.media.VideoFailed;
import dev.lectern.events.media.VideoReady;
import dev.lectern.events.payment.PartialRefundRejected;
import dev.lectern.events.payment.PartialRefundSettled;
import dev.lectern.events.payment.RefundRejected;
import dev.lectern.events.payment.RefundSettled;
import dev.lectern.events.user.InstructorApproved;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import dev.lectern.testing.AtOnce;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.beans.factory.annotation.Autowired;

/// What the neighbours tell reaches whom it concerns, once.
class AnnouncingTest extends NotificationServiceTest {

    private static final UUID COURSE = UUID.randomUUID();
    private static final UUID THING = UUID.randomUUID();

    @Autowired Announcing announcing;
    @Autowired DeadLetters deadLetters;

    @BeforeEach
    void aPublishedCourse() {
        publish(COURSE, "Signals and Sampling");
    }

    static Stream<Arguments> facts() {
        var id = UUID.randomUUID();
        return Stream.of(
                fact("ENROLLED", "/courses/" + COURSE, "“Signals and Sampling”", p -> granted(p)),
                fact(
                        "COURSE_COMPLETED",
                        "/courses/" + COURSE,
                        "“Signals and Sampling”",
                        p -> new EnrollmentCompleted(id, p, COURSE, 1, Instant.now())),
                fact(
                        "CERTIFICATE_ISSUED",
                        "/certificates/" + THING,
                        "“Signals and Sampling”",
                        p -> new CertificateIssued(THING, p, COURSE, 1, Instant.now())),
                fact(
                        "CERTIFICATE_REVOKED",
                        "/certificates/" + THING,
                        "“Signals and Sampling”",
                        p -> new CertificateRevoked(THING, p, COURSE, Instant.now())),
                fact(
                        "WORK_GRADED",
                        "/courses/" + COURSE,
                        "80 %",
                        p ->
                                new SubmissionGraded(
                                        id,
                                        THING,
                                        THING,
                                        p,
                                        id,
                                        COURSE,
                                        1,
                                        80,
                                        true,
                                        Instant.now())),
                fact(
                        "ORDER_PAID",
                        "/orders/" + THING,
                        "€49.00",
                        p ->
                                new dev.lectern.events.payment.OrderPaid(
                                        THING, p, COURSE, id, 4_900, "EUR", Instant.now())),
                fact(
                        "REFUND_SETTLED",
                        "/orders/" + THING,
                        "¥4,900",
                        p -> new RefundSettled(id, THING, p, COURSE, 4_900, "JPY", Instant.now())),
                fact(
                        "REFUND_REJECTED",
                        "/orders/" + THING,
                        "“Signals and Sampling”",
                        p -> new RefundRejected(id, THING, p, COURSE)),
                fact(
                        "PARTIAL_REFUND_SETTLED",
                        "/orders/" + THING,
                        "€10.00 of what you paid for “Signals and Sampling”. You keep access",
                        p ->
                                new PartialRefundSettled(
                                        id, THING, p, COURSE, 1_000, "EUR", Instant.now())),
                fact(
                        "REFUND_REJECTED",
                        "/orders/" + THING,
                        "You keep access",
                        p -> new PartialRefundRejected(id, THING, p, COURSE)),
                fact(
                        "SEAT_OFFERED",
                        "/orders/" + THING,
                        "“Signals and Sampling”",
                        p ->
                                new EnrollmentWaitlistChanged(
                                        id, p, COURSE, id, "OFFERED", THING, Instant.now())),
                fact(
                        "BADGE_EARNED",
                        "/badges",
                        "First course",
                        p -> new BadgeEarned(p, "FIRST_COURSE", Instant.now())),
                fact(
                        "INSTRUCTOR_APPROVED",
                        "/studio",
                        "approved",
                        p -> new InstructorApproved(id, p, UUID.randomUUID())),
                fact(
                        "STAFF_ROLE_GRANTED",
                        "/account",
                        "moderator",
                        p -> new RoleGranted(p, "moderator")),
                fact(
                        "COURSE_PUBLISHED",
                        "/studio/courses/" + COURSE,
                        "“Signals and Sampling”",
                        p -> published(COURSE, 2, "Signals and Sampling", p)));
    }

    private interface Fact {
        ContractEvent about(UUID person);
    }

    private static Arguments fact(String kind, String link, String body, Fact fact) {
        return Arguments.of(kind, link, body, fact);
    }

    private static ContractEvent granted(UUID person) {
        return new dev.lectern.events.enrollment.EnrollmentGranted(
                UUID.randomUUID(),
                person,
                COURSE,
                UUID.randomUUID(),
                1,
                "ACTIVE",
                null,
                Instant.now(),
                null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void goesToTheInboxAndTheMailboxOnce(String kind, String link, String body, Fact fact) {
        var letter = neighbours.letter(THING, fact.about(learner));
        neighbours.send(letter);
        neighbours.send(letter);

        var told = inboxOf(learner, 1).getFirst();
        var mail = mailTo(learner, 1).getFirst();

        assertThat(told.path("kind").asString()).isEqualTo(kind);
        assertThat(told.path("link").asString()).isEqualTo(link);
        assertThat(told.path("body").asString()).contains(body);
        assertThat(told.path("read").asBoolean()).isFalse();
        assertThat(mail.subject()).isEqualTo(told.path("title").asString());
        assertThat(mail.text()).contains("Hello Ida Berg,").contains(body).contains(link);
        assertThat(mail.subject()).doesNotContain("Ida").doesNotContain("Signals");
        awaitQuiet();
        assertThat(inbox(learner)).hasSize(1);
        assertThat(mailTo(learner, 1)).hasSize(1);
    }

    @Test
    void tellsEverybodyWhoWorksOnACourseOfItsVideos() {
        var colleague = UUID.randomUUID();
        var ready = UUID.randomUUID();
        var failed = UUID.randomUUID();

        neighbours.say(ready, new VideoReady(ready, course, 30));
        neighbours.say(failed, new VideoFailed(failed, course, "UNREADABLE"));
        worksOn(course, learner, colleague);

        for (var person : new UUID[] {learner, colleague}) {
            assertThat(inboxOf(person, 2))
                    .as("also where membership was told last")
                    .extracting(told -> told.path("kind").asString())
                    .containsExactlyInAnyOrder("VIDEO_READY", "VIDEO_FAILED");
            mailTo(person, 2);
        }
    }

    @Test
    void doesNotTellOfRolesEverybodyHasNorOfProgress() {
        neighbours.say(learner, new RoleGranted(learner, "learner"));
        neighbours.say(learner, new RoleGranted(learner, "instructor"));
        neighbours.say(
                learner, new EnrollmentProgressChanged(UUID.randomUUID(), learner, COURSE, 50));

        awaitQuiet();

        assertThat(inbox(learner)).isEmpty();
        assertThat(count("mail", learner)).isZero();
    }

    @Test
    void tellsOfAnOrderOnceThoughPaymentTellsItAgainInOtherMessages() {
        var paid = paid(learner, COURSE);
        neighbours.say(paid.orderId(), paid);
        neighbours.say(paid.orderId(), paid);
        inboxOf(learner, 1);
        neighbours.say(paid.orderId(), paid);

        awaitQuiet();

        assertThat(inbox(learner)).hasSize(1);
        assertThat(mailTo(learner, 1)).hasSize(1);
    }

    @Test
    void tellsOfEachRefundOfAnOrder() {
        var order = UUID.randomUUID();
        neighbours.say(order, new RefundRejected(UUID.randomUUID(), order, learner, COURSE));
        neighbours.say(order, new RefundRejected(UUID.randomUUID(), order, learner, COURSE));

        assertThat(inboxOf(learner, 2)).hasSize(2);
    }

    @Test
    void tellsOfEachPartOfAnOrder() {
        var order = UUID.randomUUID();
        for (var part : new UUID[] {UUID.randomUUID(), UUID.randomUUID()}) {
            neighbours.say(
                    order,
                    new PartialRefundSettled(
                            part, order, learner, COURSE, 1_000, "EUR", Instant.now()));
        }

        assertThat(inboxOf(learner, 2))
                .extracting(told -> told.path("kind").asString())
                .containsOnly("PARTIAL_REFUND_SETTLED");
    }

    @Test
    void tellsNothingOfStateThatWasAskedFor() {
        var enrolled = neighbours.letter(UUID.randomUUID(), granted(learner));
        var again = neighbours.letter(course, published(course, 1, "Old news", learner));
        for (var letter :
                new Neighboured[] {
                    new Neighboured("enrollment", enrolled), new Neighboured("course", again)
                }) {
            broker.send(
                    letter.producer() + ".events",
                    "resync.notification." + letter.letter().type(),
                    MessageBuilder.withBody(
                                    letter.letter()
                                            .body()
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .setMessageId(letter.letter().id().toString())
                            .build());
        }

        await().atMost(PATIENCE).until(() -> titleOf(course).equals("Old news"));
        awaitQuiet();

        assertThat(inbox(learner)).isEmpty();
        assertThat(count("mail", learner)).isZero();
    }

    private record Neighboured(
            String producer, dev.lectern.testing.events.Neighbours.Letter letter) {}

    @Test
    void isOnceForTwentyAtOnce() throws Exception {
        var news = News.of(Kind.CERTIFICATE_ISSUED, learner, THING).inCourse(COURSE);

        AtOnce.run(
                20,
                () -> {
                    announcing.announce(news);
                    return true;
                });

        awaitMails(learner, "SENT", 1);
        assertThat(inbox(learner)).hasSize(1);
        assertThat(mailTo(learner, 1)).hasSize(1);
        assertThat(
                        database.sql("select count(*) from signal where user_id = :user")
                                .param("user", learner)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void keepsNothingPersonal() {
        USER.know(learner, "Zebedia Quartz", learner + "@zebedia.example", "en");
        enroll(learner, COURSE);
        mailTo(learner + "@zebedia.example", 1);

        var kept =
                Stream.of(
                                "notification",
                                "mail",
                                "signal",
                                "preference",
                                "scheduled_tasks",
                                "inbox")
                        .map(table ->
                                database.sql(
                                                "select coalesce(string_agg(t::text, ' '), '') from "
                                                        + table
                                                        + " t")
                                        .query(String.class)
                                        .single())
                        .reduce("", String::concat);
        assertThat(kept).contains(learner.toString()).doesNotContainIgnoringCase("zebedia");
    }

    private String titleOf(UUID ofCourse) {
        return database.sql("select title from copy_course_title where course_id = :id")
                .param("id", ofCourse)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// Nothing more can come: what was said before is handled.
    private void awaitQuiet() {
        for (var event :
                new ContractEvent[] {
                    granted(UUID.randomUUID()),
                    paid(UUID.randomUUID(), COURSE),
                    new RoleGranted(UUID.randomUUID(), "admin")
                }) {
            var person =
                    switch (event) {
                        case dev.lectern.events.enrollment.EnrollmentGranted e -> e.learnerId();
                        case dev.lectern.events.payment.OrderPaid e -> e.learnerId();
                        default -> ((RoleGranted) event).userId();
                    };
            // Each queue has two consumers, so one message behind it may overtake one.
            neighbours.say(person, event);
            neighbours.say(person, event);
            mailTo(person, 1);
        }
        assertThat(deadLetters.list()).isEmpty();
    }
}
