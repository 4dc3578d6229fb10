package dev.lectern.content.authoring.domain;

import dev.lectern.content.authoring.domain.body.LessonBody;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// The body of a lesson as it was written once. It never changes, because a published version may
/// show it.
@Entity
@Immutable
@Table(name = "revision")
public class Revision implements Persistable<RevisionId> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RevisionId id;

    @AttributeOverride(name = "value", column = @Column(name = "lesson_id"))
    private LessonId lessonId;

    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, Object>> blocks;

    private boolean empty;
    private @Nullable UUID writtenBy;
    private Instant writtenAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Revision() {}

    private Revision(
            LessonId lesson, int number, LessonBody body, @Nullable UUID author, Instant now) {
        this.id = RevisionId.next();
        this.lessonId = lesson;
        this.number = number;
        this.blocks = body.asData();
        this.empty = body.isEmpty();
        this.writtenBy = author;
        this.writtenAt = now;
    }

    /// What a lesson begins with: nothing, written by nobody.
    public static Revision first(LessonId lesson, Instant now) {
        return new Revision(lesson, 1, LessonBody.EMPTY, null, now);
    }

    static Revision after(int number, LessonId lesson, LessonBody body, UUID author, Instant now) {
        return new Revision(lesson, number + 1, body, author, now);
    }

    @Override
    public RevisionId getId() {
        return id;
    }

    /// Always: a revision is added once and never read to be changed.
    @Override
    public boolean isNew() {
        return true;
    }

    public LessonId lessonId() {
        return lessonId;
    }

    /// Counts the revisions of a lesson from 1.
    public int number() {
        return number;
    }

    public List<Map<String, Object>> blocks() {
        return blocks;
    }

    public boolean isEmpty() {
        return empty;
    }

    public @Nullable UUID writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
