package dev.lectern.review;

import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.facts.Enrolled;
import dev.lectern.testing.identity.TestIdentity;
import dev.lectern.testing.neighbours.UserStub;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The whole service between its neighbours: enrollment, course and user's news over the broker,
/// user's names over HTTP. Ines teaches the course.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "db-scheduler.polling-interval=200ms")
public abstract class ReviewServiceTest {

    protected static final UserStub USER = new UserStub();
    protected static final String REVIEWS = "/api/v1/reviews";

    @LocalServerPort protected int port;
    @Autowired protected RabbitTemplate broker;
    @Autowired protected JdbcClient database;

    protected final UUID course = UUID.randomUUID();
    protected final UUID ines = UUID.randomUUID();
    protected Neighbours neighbours = new Neighbours(new RabbitTemplate());

    @DynamicPropertySource
    static void user(DynamicPropertyRegistry registry) {
        registry.add("lectern.services.user.url", USER::url);
    }

    @BeforeEach
    void meetTheNeighbours() {
        neighbours = new Neighbours(broker);
        USER.name(ines, "Ines Prado");
        neighbours.say(
                course,
                new CourseMembershipChanged(
                        course, List.of(new CourseMembershipChanged.Member(ines, "AUTHOR"))));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        number(
                                        "select count(*) from copy_course_member where course_id = :id",
                                        course)
                                == 1);
    }

    /// Somebody who has done this much of the course.
    protected Enrolled aLearnerAt(int percent) {
        return at(Enrolled.in(course, UUID.randomUUID()), percent);
    }

    protected Enrolled at(Enrolled enrolled, int percent) {
        neighbours.say(enrolled.id(), enrolled.granted(1));
        neighbours.say(enrolled.id(), progress(enrolled, percent));
        awaitStatus(enrolled, "ACTIVE");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        number(
                                        "select count(*) from copy_progress where enrollment_id = :id",
                                        enrolled.id())
                                == 1);
        return enrolled;
    }

    protected static EnrollmentProgressChanged progress(Enrolled of, int percent) {
        return new EnrollmentProgressChanged(of.id(), of.learner(), of.course(), percent);
    }

    protected void awaitStatus(Enrolled enrolled, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        database.sql(
                                        """
                                        select exists (select 1 from copy_learner_access
                                                       where enrollment_id = :id and status = :status)
                                        """)
                                .param("id", enrolled.id())
                                .param("status", status)
                                .query(Boolean.class)
                                .single());
    }

    protected Answer post(Enrolled by, int rating) {
        return post(by.learner(), rating, "Clear and to the point.");
    }

    protected Answer post(UUID by, int rating, String text) {
        return as(by).withKey(UUID.randomUUID().toString())
                .post(
                        REVIEWS,
                        "{\"courseId\": \"%s\", \"rating\": %d, \"text\": \"%s\"}"
                                .formatted(course, rating, text));
    }

    /// The id of a review somebody has just posted.
    protected String posted(Enrolled by, int rating) {
        return post(by, rating).text("id");
    }

    protected Answer edit(UUID by, String id, String body) {
        var etag = as(by).get(REVIEWS + "/" + id).headers().firstValue("ETag").orElse("\"0\"");
        return as(by).with("If-Match", etag).patch(REVIEWS + "/" + id, body);
    }

    protected Answer reply(UUID by, String id) {
        return as(by).put(REVIEWS + "/" + id + "/reply", "{\"text\": \"Thank you.\"}");
    }

    protected JsonNode summary() {
        return anybody().get(REVIEWS + "/summary?courseId=" + course).json();
    }

    protected JsonNode listed() {
        return anybody().get(REVIEWS + "?courseId=" + course).json().get("items");
    }

    protected void awaitCount(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> summary().get("count").asInt() == count);
    }

    /// The truth: all reviews that count, counted again.
    protected List<Integer> recount() {
        return database.sql(
                        """
                        select count(*) filter (where stars = star)
                        from generate_series(1, 5) star
                        left join review r on r.course_id = :course
                             and not r.access_lost and r.taken_out_at is null
                        group by star order by star
                        """)
                .param("course", course)
                .query(Integer.class)
                .list();
    }

    protected int number(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(Integer.class).single();
    }

    protected Client as(UUID person, String... roles) {
        return anybody()
                .as(
                        TestIdentity.tokenOf(
                                person, roles.length == 0 ? new String[] {"learner"} : roles));
    }

    protected Client anybody() {
        return new Client(port);
    }
}
