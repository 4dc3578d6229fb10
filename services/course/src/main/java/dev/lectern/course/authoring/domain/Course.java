package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// A course while it is written: one draft, edited by its members, and the way from it to published
/// versions. The draft is one row, so that one version number stands for all of it.
@Entity
@Table(name = "course")
public class Course extends AbstractAggregateRoot<Course> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CourseId id;

    @Version private @Nullable Long version;

    private String slug;

    @Embedded private CourseDetails details;

    @JdbcTypeCode(SqlTypes.JSON)
    private Outline outline;

    @Enumerated(EnumType.STRING)
    private CourseStatus status;

    private @Nullable Integer publishedVersion;
    private @Nullable Integer offeredVersion;
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("UnusedVariable") // read by views
    private @Nullable String withdrawnBecause;

    @AttributeOverride(name = "value", column = @Column(name = "default_run_id"))
    private RunId defaultRunId;

    @ElementCollection
    @CollectionTable(name = "course_member", joinColumns = @JoinColumn(name = "course_id"))
    private Set<Member> members;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Review review;

    @SuppressWarnings("UnusedVariable") // read by views
    private Instant createdAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Course() {}

    private Course(CourseId id, String slug, CourseDetails details, UUID author, Instant now) {
        this.id = id;
        this.slug = slug;
        this.details = details;
        this.outline = Outline.empty();
        this.status = CourseStatus.DRAFT;
        this.defaultRunId = RunId.next();
        this.members = new HashSet<>(Set.of(new Member(author, Member.Role.AUTHOR)));
        this.createdAt = now;
    }

    /// Starts an empty draft that its author alone can see.
    ///
    /// @param slug taken for this course
    public static Course start(
            CourseId id, String slug, CourseDetails details, UUID author, Instant now) {
        var course = new Course(id, slug, details, author, now);
        course.registerEvent(new CourseEvent.MembersChanged(course));
        return course;
    }

    /// Says something else about the course.
    ///
    /// @param slug what the title asks for; a published course keeps the one people know until its
    ///   next version
    public void describe(CourseDetails others, String slug) {
        requireEditable();
        details = others;
        if (!isPublished()) {
            this.slug = slug;
        }
        registerEvent(new CourseEvent.Described(this));
    }

    public SectionId addSection(String title) {
        var section = SectionId.next();
        become(now -> now.withSection(section, title));
        return section;
    }

    public void renameSection(SectionId section, String title) {
        become(now -> now.withTitle(section, title));
    }

    public void removeSection(SectionId section) {
        become(now -> now.withoutSection(section));
    }

    public LessonId addLesson(SectionId section, LessonPlan plan) {
        var lesson = LessonId.next();
        become(now -> now.withLesson(section, plan.as(lesson)));
        return lesson;
    }

    /// Plans a lesson anew, in the same section or at the end of another.
    public void changeLesson(LessonId lesson, SectionId section, LessonPlan plan) {
        become(now -> now.withChanged(plan.as(lesson), section));
    }

    public void removeLesson(LessonId lesson) {
        become(now -> now.withoutLesson(lesson));
    }

    /// Puts all sections and lessons in this order.
    public void arrange(List<Outline.Arranged> order) {
        become(now -> now.arranged(order));
    }

    private void become(UnaryOperator<Outline> change) {
        requireEditable();
        outline = change.apply(outline);
        registerEvent(new CourseEvent.OutlineChanged(this));
    }

    /// What a reviewer looks at must not change under them.
    private void requireEditable() {
        switch (status) {
            case DRAFT, PUBLISHED -> {}
            case SUBMITTED -> throw CourseRefused.underReview();
        }
    }

    /// Asks for a review.
    public void submit(Materials materials, @Nullable String note, Instant now) {
        switch (status) {
            case DRAFT -> {
                requireReady(materials);
                status = CourseStatus.SUBMITTED;
                review = Review.asked(note, now);
                registerEvent(new CourseEvent.Submitted(this));
            }
            case SUBMITTED -> throw CourseRefused.underReview();
            case PUBLISHED -> throw CourseRefused.reviewNotNeeded();
        }
    }

    /// Publishes the first version: what was reviewed, with the bodies pinned now.
    public PublishedVersion approve(
            PinnedRevisions pins, @Nullable String note, UUID reviewer, Instant now) {
        requireForeign(reviewer);
        var asked = openReview();
        requireReady(pins.materials());
        review = asked.approved(note, reviewer, now);
        return publishNext(pins, null, reviewer, now);
    }

    /// Gives the draft back to its author.
    public void reject(
            List<Review.Reason> reasons, @Nullable String note, UUID reviewer, Instant now) {
        requireForeign(reviewer);
        var asked = openReview();
        review = asked.rejected(reasons, note, reviewer, now);
        status = CourseStatus.DRAFT;
        registerEvent(new CourseEvent.Rejected(this));
    }

    private Review openReview() {
        if (status != CourseStatus.SUBMITTED || review == null) {
            throw CourseRefused.notSubmitted();
        }
        return review;
    }

    /// Publishes the draft as the next version of a course that was approved before.
    ///
    /// @param slug what the title asks for
    public PublishedVersion publish(
            String slug,
            PinnedRevisions pins,
            @Nullable String changeNote,
            UUID author,
            Instant now) {
        switch (status) {
            case DRAFT, SUBMITTED -> throw CourseRefused.reviewRequired();
            case PUBLISHED -> requireReady(pins.materials());
        }
        this.slug = slug;
        return publishNext(pins, changeNote, author, now);
    }

    private PublishedVersion publishNext(
            PinnedRevisions pins, @Nullable String changeNote, UUID by, Instant now) {
        var next = publishedVersion == null ? 1 : publishedVersion + 1;
        publishedVersion = next;
        offeredVersion = next;
        status = CourseStatus.PUBLISHED;
        offerAgain();
        var published =
                new PublishedVersion(
                        new VersionId(id.value(), next),
                        slug,
                        VersionDocument.of(this, pins),
                        changeNote,
                        by,
                        now);
        registerEvent(new CourseEvent.Published(this, published));
        return published;
    }

    /// Offers a version to newcomers that was published before; whoever is enrolled stays where
    /// they are, and the next version counts on from the newest. The one that is offered already is
    /// no change, unless the course was withdrawn: then it is offered again.
    public void rollBack(PublishedVersion to) {
        if (!to.id().courseId().equals(id.value()) || offeredVersion == null) {
            throw CourseRefused.versionUnknown();
        }
        if (to.id().version() != offeredVersion || withdrawnAt != null) {
            offeredVersion = to.id().version();
            offerAgain();
            registerEvent(new CourseEvent.RolledBack(this, to));
        }
    }

    /// Offers the course to nobody any more; whoever is enrolled goes on. Publishing or rolling
    /// back offers it again.
    ///
    /// @param offered the version newcomers got until now
    /// @param reason for its authors
    public void withdraw(PublishedVersion offered, String reason, Instant now) {
        if (withdrawnAt != null) {
            throw CourseRefused.alreadyWithdrawn();
        }
        withdrawnAt = now;
        withdrawnBecause = reason;
        registerEvent(new CourseEvent.Withdrawn(this, offered));
    }

    private void offerAgain() {
        withdrawnAt = null;
        withdrawnBecause = null;
    }

    private void requireReady(Materials materials) {
        var failures =
                Gate.failures(outline, details.completion(), details.promoVideoId(), materials);
        if (!failures.isEmpty()) {
            throw CourseRefused.gateFailed(failures);
        }
    }

    /// A stranger must not even learn that the course exists.
    public void requireMember(UUID user) {
        if (!isMember(user)) {
            throw GenericRefusal.notFound();
        }
    }

    private void requireForeign(UUID reviewer) {
        if (isMember(reviewer)) {
            throw CourseRefused.ownCourse();
        }
    }

    private boolean isMember(UUID user) {
        return members.stream().anyMatch(member -> member.userId().equals(user));
    }

    public boolean isPublished() {
        return publishedVersion != null;
    }

    /// The version newcomers get; there is one once it is published.
    public int offeredVersion() {
        return Objects.requireNonNull(offeredVersion, "published");
    }

    /// Since when it is offered to nobody, null while it is or was never published.
    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    public CourseId id() {
        return id;
    }

    /// Which edit of the draft this is; 0 before it is stored.
    public long version() {
        return version == null ? 0 : version;
    }

    public String slug() {
        return slug;
    }

    public CourseDetails details() {
        return details;
    }

    public Outline outline() {
        return outline;
    }

    public CourseStatus status() {
        return status;
    }

    public @Nullable Integer publishedVersion() {
        return publishedVersion;
    }

    public RunId defaultRunId() {
        return defaultRunId;
    }

    public Set<Member> members() {
        return Set.copyOf(members);
    }

    public @Nullable Review review() {
        return review;
    }
}
