package dev.lectern.course.authoring.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// A course being offered. Who has its seats is known to enrollment alone.
@Entity
@Table(name = "run")
public class Run extends AbstractAggregateRoot<Run> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RunId id;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "course_id"))
    private CourseId courseId;

    /// Hibernate reads three empty columns as no terms at all.
    @Embedded private @Nullable RunTerms terms;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Run() {}

    private Run(RunId id, CourseId courseId) {
        this.id = id;
        this.courseId = courseId;
    }

    /// The run every course has from its start: open, and without a limit.
    public static Run defaultOf(Course course) {
        var run = new Run(course.defaultRunId(), course.id());
        run.registerEvent(new RunEvent.Changed(run));
        return run;
    }

    /// Offers the run on other terms; whoever has a seat keeps it.
    public void offer(RunTerms others) {
        terms = others;
        registerEvent(new RunEvent.Changed(this));
    }

    public RunId id() {
        return id;
    }

    public long version() {
        return version == null ? 0 : version;
    }

    public CourseId courseId() {
        return courseId;
    }

    public RunTerms terms() {
        return terms == null ? RunTerms.unlimited() : terms;
    }
}
