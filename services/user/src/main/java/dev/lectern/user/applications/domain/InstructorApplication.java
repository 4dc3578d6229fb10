package dev.lectern.user.applications.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// A learner asks to teach, and staff decide once.
@Entity
@Table(name = "instructor_application")
public class InstructorApplication extends AbstractAggregateRoot<InstructorApplication> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ApplicationId id;

    @Version private @Nullable Long version;

    private UUID applicantId;
    private String headline;
    private String biography;

    @AttributeOverride(name = "value", column = @Column(name = "sample_url"))
    private @Nullable SampleUrl sampleUrl;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private @Nullable String note;
    private Instant submittedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected InstructorApplication() {}

    private InstructorApplication(
            UUID applicant,
            String headline,
            String biography,
            @Nullable SampleUrl sampleUrl,
            Instant now) {
        this.id = ApplicationId.next();
        this.applicantId = applicant;
        this.headline = headline;
        this.biography = biography;
        this.sampleUrl = sampleUrl;
        this.status = ApplicationStatus.PENDING;
        this.submittedAt = now;
    }

    /// Somebody asks to teach.
    public static InstructorApplication by(
            UUID applicant,
            String headline,
            String biography,
            @Nullable SampleUrl sampleUrl,
            Instant now) {
        var application = new InstructorApplication(applicant, headline, biography, sampleUrl, now);
        application.registerEvent(new ApplicationEvent.Submitted(application));
        return application;
    }

    /// Lets the applicant teach.
    public void approve(UUID staff, @Nullable String reason, Instant now) {
        decide(ApplicationStatus.APPROVED, staff, reason, now);
        registerEvent(new ApplicationEvent.Approved(this, staff));
    }

    /// Turns the applicant down; they may apply again.
    public void reject(UUID staff, @Nullable String reason, Instant now) {
        decide(ApplicationStatus.REJECTED, staff, reason, now);
        registerEvent(new ApplicationEvent.Rejected(this, staff));
    }

    private void decide(
            ApplicationStatus decision, UUID staff, @Nullable String reason, Instant now) {
        switch (status) {
            case PENDING -> {
                status = decision;
                decidedBy = staff;
                note = reason;
                decidedAt = now;
            }
            case APPROVED, REJECTED -> throw ApplicationRefused.alreadyDecided(status);
        }
    }

    public ApplicationId id() {
        return id;
    }

    public UUID applicantId() {
        return applicantId;
    }

    public String headline() {
        return headline;
    }

    public String biography() {
        return biography;
    }

    public @Nullable SampleUrl sampleUrl() {
        return sampleUrl;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public ApplicationStatus status() {
        return status;
    }

    public @Nullable UUID decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String note() {
        return note;
    }
}
