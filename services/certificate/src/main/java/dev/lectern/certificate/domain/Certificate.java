package dev.lectern.certificate.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// States for good that somebody completed a course. Names are as they were when it was issued:
/// what was printed once must still be true when it is checked.
@Entity
@Table(name = "certificate")
public class Certificate extends AbstractAggregateRoot<Certificate> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CertificateId id;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "code"))
    private CertificateCode code;

    private UUID learnerId;
    private UUID courseId;
    private UUID enrollmentId;
    private int courseVersion;
    private String courseTitle;
    private String holderName;
    private LocalDate completedOn;
    private Instant issuedAt;

    @Enumerated(EnumType.STRING)
    private CertificateStatus status;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Certificate() {}

    private Certificate(Completion completion, String holderName, String courseTitle, Instant now) {
        this.id = CertificateId.next();
        this.code = CertificateCode.next();
        this.learnerId = completion.learnerId();
        this.courseId = completion.courseId();
        this.enrollmentId = completion.enrollmentId();
        this.courseVersion = completion.courseVersion();
        this.courseTitle = courseTitle;
        this.holderName = holderName;
        // One calendar for everybody: paper, page and API name the same day.
        this.completedOn = LocalDate.ofInstant(completion.completedAt(), ZoneOffset.UTC);
        this.issuedAt = now;
        this.status = CertificateStatus.ISSUED;
    }

    /// Issues the certificate of a completion.
    public static Certificate of(
            Completion completion, String holderName, String courseTitle, Instant now) {
        var certificate = new Certificate(completion, holderName, courseTitle, now);
        certificate.registerEvent(new CertificateEvent.Issued(certificate));
        return certificate;
    }

    public CertificateId id() {
        return id;
    }

    public CertificateCode code() {
        return code;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public UUID courseId() {
        return courseId;
    }

    public UUID enrollmentId() {
        return enrollmentId;
    }

    public int courseVersion() {
        return courseVersion;
    }

    public String courseTitle() {
        return courseTitle;
    }

    public String holderName() {
        return holderName;
    }

    public LocalDate completedOn() {
        return completedOn;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public CertificateStatus status() {
        return status;
    }
}
