package dev.lectern.content.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.content.authoring.domain.body.LessonBody;
import dev.lectern.content.authoring.domain.body.ShownAsset;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// The body of a lesson its authors work on. It is there as long as the outline of the course lists
/// the lesson; its revisions stay beyond that, for the versions that show them.
@Entity
@Table(name = "draft")
public class Draft extends AbstractAggregateRoot<Draft> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "lesson_id"))
    private LessonId id;

    @Version private @Nullable Long version;

    private UUID courseId;
    private boolean inOutline;

    @AttributeOverride(name = "value", column = @Column(name = "revision_id"))
    private RevisionId revisionId;

    private int revision;
    private boolean empty;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ShownAsset> assets;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Draft() {}

    private Draft(UUID course, Revision first) {
        this.id = first.lessonId();
        this.courseId = course;
        this.inOutline = true;
        become(first, LessonBody.EMPTY);
    }

    /// The draft of a lesson that is new in the outline of a course.
    public static Draft of(UUID course, Revision first) {
        return new Draft(course, first);
    }

    /// Writes the body anew: a further revision, and the old one stays as it is. A lesson that has
    /// left the outline is not there to be written.
    public Revision write(LessonBody body, UUID author, Instant now) {
        if (!inOutline) {
            throw GenericRefusal.notFound();
        }
        var next = Revision.after(revision, id, body, author, now);
        become(next, body);
        return next;
    }

    /// The outline lists the lesson. Nothing to tell: the outline is course's.
    public void enterOutline() {
        inOutline = true;
    }

    /// The outline no longer lists the lesson. Nothing to tell either.
    public void leaveOutline() {
        inOutline = false;
    }

    private void become(Revision next, LessonBody body) {
        revisionId = next.getId();
        revision = next.number();
        empty = next.isEmpty();
        assets = body.assets();
        registerEvent(new DraftEvent.Revised(this));
    }

    public LessonId id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    public boolean isInOutline() {
        return inOutline;
    }

    /// The newest revision.
    public RevisionId revisionId() {
        return revisionId;
    }

    /// Its number, which is also the version an edit is made on.
    public int revision() {
        return revision;
    }

    public boolean isEmpty() {
        return empty;
    }

    /// The images and files the newest revision shows.
    public List<ShownAsset> assets() {
        return List.copyOf(assets);
    }
}
