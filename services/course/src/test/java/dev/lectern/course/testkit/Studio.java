package dev.lectern.course.testkit;

import static org.awaitility.Awaitility.await;

import dev.lectern.common.problem.Refusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.application.Describing;
import dev.lectern.course.authoring.application.OutlineViews;
import dev.lectern.course.authoring.application.Outlining;
import dev.lectern.course.authoring.application.Outlining.Placed;
import dev.lectern.course.authoring.application.PinningBodies;
import dev.lectern.course.authoring.application.Publishing;
import dev.lectern.course.authoring.application.Publishing.Publish;
import dev.lectern.course.authoring.application.Reviewing;
import dev.lectern.course.authoring.application.Reviewing.Approve;
import dev.lectern.course.authoring.application.Reviewing.Reject;
import dev.lectern.course.authoring.application.StartingCourses;
import dev.lectern.course.authoring.application.Submitting;
import dev.lectern.course.authoring.application.Submitting.Submit;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.CourseDetails;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.LessonPlan;
import dev.lectern.course.authoring.domain.LessonReference;
import dev.lectern.course.authoring.domain.Level;
import dev.lectern.course.authoring.domain.Review;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.assessment.QuizChanged;
import dev.lectern.events.content.LessonChanged;
import dev.lectern.events.media.AssetReady;
import dev.lectern.events.media.CaptionsChanged;
import dev.lectern.events.media.VideoReady;
import dev.lectern.events.payment.PriceChanged;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.events.Neighbours.Letter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings courses to where a test begins, by the use cases themselves.
@TestComponent
public final class Studio {

    private final StartingCourses starting;
    private final Outlining outlining;
    private final Neighbours neighbours;
    private final JdbcClient jdbc;
    private final Submitting submitting;
    private final PinningBodies pinning;
    private final Reviewing reviewing;
    private final Publishing publishing;
    private final Describing describing;
    private final CourseViews views;
    private final OutlineViews outlines;

    Studio(
            StartingCourses starting,
            Outlining outlining,
            Submitting submitting,
            PinningBodies pinning,
            Reviewing reviewing,
            Publishing publishing,
            Describing describing,
            CourseViews views,
            OutlineViews outlines,
            RabbitTemplate rabbit,
            JdbcClient jdbc) {
        this.starting = starting;
        this.outlining = outlining;
        this.neighbours = new Neighbours(rabbit);
        this.jdbc = jdbc;
        this.submitting = submitting;
        this.pinning = pinning;
        this.reviewing = reviewing;
        this.publishing = publishing;
        this.describing = describing;
        this.views = views;
        this.outlines = outlines;
    }

    public static Caller anInstructor() {
        return new Caller(UUID.randomUUID(), Set.of(Role.learner, Role.instructor));
    }

    public static Caller aModerator() {
        return new Caller(UUID.randomUUID(), Set.of(Role.learner, Role.moderator));
    }

    public static CourseDetails details(String title) {
        return CourseDetails.of(
                title, "What " + title + " is.", "en", Level.BEGINNER, Category.SCIENCE);
    }

    /// What came of it: DONE, or the code it was refused with.
    public static String outcomeOf(Runnable attempt) {
        try {
            attempt.run();
            return "DONE";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    /// An empty draft.
    public CourseId draft(Caller author, String title) {
        return starting.start(details(title), author);
    }

    /// A draft of one section with one written article, for nothing.
    public CourseId writtenDraft(Caller author, CourseDetails details) {
        var course = starting.start(details, author);
        priced(course, 0);
        covered(course);
        var section = outlining.addSection(course, "Beginning", author);
        written(course, article(course, section, "First steps", author));
        return course;
    }

    /// As if the author had chosen a picture.
    public void covered(CourseId course) {
        jdbc.sql(
                        """
                        with image as (
                            insert into copy_asset (asset_id, course_id, kind)
                            values (gen_random_uuid(), :id, 'IMAGE') returning asset_id)
                        update course set cover_asset_id = (select asset_id from image)
                        where id = :id
                        """)
                .param("id", course.value())
                .update();
    }

    /// Media tells of an image or a file of the course.
    public void asset(CourseId course, UUID asset, String kind) {
        hear(asset, new AssetReady(asset, course.value(), kind));
    }

    public SectionId section(CourseId course, String title, Caller author) {
        return outlining.addSection(course, title, author);
    }

    public SectionId firstSection(CourseId course, Caller author) {
        var outline = outlines.one(course.value(), author);
        return new SectionId(outline.sections().getFirst().id());
    }

    public LessonId firstLesson(CourseId course, Caller author) {
        var section = outlines.one(course.value(), author).sections().getFirst();
        return new LessonId(section.lessons().getFirst().id());
    }

    /// As if somebody had added so many sections with so many articles each.
    public void fill(CourseId course, int sections, int lessonsEach) {
        jdbc.sql(
                        """
                        update course set outline = jsonb_build_object('sections', (
                            select jsonb_agg(jsonb_build_object(
                                'id', gen_random_uuid(), 'title', 'Section ' || s, 'lessons', (
                                    select coalesce(jsonb_agg(jsonb_build_object(
                                        'id', gen_random_uuid(), 'title', 'Lesson ' || l,
                                        'kind', 'ARTICLE', 'required', true, 'preview', false)), '[]')
                                    from generate_series(1, :lessons) l)))
                            from generate_series(1, :sections) s))
                        where id = :id
                        """)
                .param("sections", sections)
                .param("lessons", lessonsEach)
                .param("id", course.value())
                .update();
    }

    public LessonId article(CourseId course, SectionId section, String title, Caller author) {
        return lesson(course, section, title, LessonKind.ARTICLE, author);
    }

    public LessonId lesson(
            CourseId course, SectionId section, String title, LessonKind kind, Caller author) {
        return outlining.addLesson(
                course,
                new Placed(section, new LessonPlan(title, kind, true, false, null)),
                author);
    }

    /// Content tells that the lesson has something to read.
    public void written(CourseId course, LessonId lesson) {
        tellBody(course, lesson, false);
    }

    /// Content tells that the lesson shows this image or file.
    public void showing(CourseId course, LessonId lesson, UUID asset, String kind) {
        Callees.showing(lesson.value(), asset, kind);
        hear(
                lesson.value(),
                new LessonChanged(
                        lesson.value(),
                        course.value(),
                        Callees.revisionOf(lesson.value()),
                        false,
                        List.of(new LessonChanged.ShownAsset(asset, kind))));
    }

    /// Content tells that there is nothing in it any more.
    public void emptied(CourseId course, LessonId lesson) {
        tellBody(course, lesson, true);
    }

    /// Content tells of another revision.
    public void rewritten(CourseId course, LessonId lesson) {
        hear(
                lesson.value(),
                new LessonChanged(lesson.value(), course.value(), UUID.randomUUID(), false));
    }

    /// Assessment tells of a quiz of the course.
    ///
    /// @param reasons why it cannot be taken
    public void quiz(CourseId course, UUID quiz, QuizChanged.Reason... reasons) {
        hear(
                quiz,
                new QuizChanged(
                        quiz,
                        course.value(),
                        Callees.revisionOf(quiz),
                        reasons.length == 0,
                        List.of(reasons)));
    }

    /// Payment tells what the course costs, in euro cents.
    public void priced(CourseId course, long amount) {
        hear(course.value(), new PriceChanged(course.value(), amount, "EUR"));
    }

    /// Media tells that a video of the course can be played.
    public void video(CourseId course, UUID video, int seconds) {
        hear(video, new VideoReady(video, course.value(), seconds));
    }

    /// Media tells in which languages a video of the course has captions.
    public void captions(CourseId course, UUID video, String... languages) {
        hear(video, new CaptionsChanged(video, course.value(), List.of(languages)));
    }

    /// A lesson that shows a quiz assessment has told of.
    public LessonId quizLesson(CourseId course, SectionId section, UUID quiz, Caller author) {
        return showing(course, section, LessonKind.QUIZ, quiz, author);
    }

    /// A lesson that shows a video media has told of.
    public LessonId videoLesson(CourseId course, SectionId section, UUID video, Caller author) {
        return showing(course, section, LessonKind.VIDEO, video, author);
    }

    private LessonId showing(
            CourseId course, SectionId section, LessonKind kind, UUID shown, Caller author) {
        var plan = new LessonPlan("Shown here", kind, true, false, LessonReference.of(kind, shown));
        return outlining.addLesson(course, new Placed(section, plan), author);
    }

    private void tellBody(CourseId course, LessonId lesson, boolean empty) {
        hear(
                lesson.value(),
                new LessonChanged(
                        lesson.value(), course.value(), Callees.revisionOf(lesson.value()), empty));
    }

    /// Has a neighbor say something and waits until it has been heard.
    public void hear(UUID subject, ContractEvent event) {
        hear(neighbours.letter(subject, event));
    }

    /// Has a letter arrive, for the first time or again.
    public void hear(Letter letter) {
        neighbours.send(letter);
        await().until(() -> isHandled(letter.id()));
    }

    public boolean isHandled(UUID event) {
        return jdbc.sql("select exists (select 1 from inbox where event_id = :id)")
                .param("id", event)
                .query(Boolean.class)
                .single();
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    /// Waits until a version of a course is listed.
    public void awaitListed(CourseId course, int version) {
        await().until(() ->
                jdbc.sql(
                                """
                                select exists (select 1 from catalog_entry
                                               where course_id = :id and version = :version)
                                """)
                        .param("id", course.value())
                        .param("version", version)
                        .query(Boolean.class)
                        .single());
    }

    public CourseId submitted(Caller author, String title) {
        var course = writtenDraft(author, details(title));
        submit(course, author);
        return course;
    }

    public void submit(CourseId course, Caller author) {
        submitting.submit(new Submit(course, null), etag(course, author), author);
    }

    public CourseId published(Caller author, CourseDetails details) {
        var course = writtenDraft(author, details);
        submit(course, author);
        approve(course);
        awaitListed(course, 1);
        return course;
    }

    public CourseId published(Caller author, String title) {
        return published(author, details(title));
    }

    public void approve(CourseId course) {
        var moderator = aModerator();
        reviewing.approve(
                new Approve(course, null), pinning.forApproval(course, moderator), moderator);
    }

    public void describe(CourseId course, CourseDetails details, Caller author) {
        describing.describe(course, _ -> details, etag(course, author), author);
        covered(course);
    }

    public void reject(CourseId course) {
        reviewing.reject(
                new Reject(course, List.of(new Review.Reason("/title", "Too short.")), null),
                aModerator());
    }

    public void publishNext(CourseId course, Caller author) {
        var etag = etag(course, author);
        publishing.publish(
                new Publish(course, "News"),
                pinning.forNextVersion(course, etag, author),
                etag,
                author);
    }

    /// The draft as its author has just read it.
    public IfMatch etag(CourseId course, Caller author) {
        return new IfMatch(IfMatch.etagOf(views.one(course.value(), author).version()));
    }
}
