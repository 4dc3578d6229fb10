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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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

    private int statusList;
    private int statusPlace;
    private String salt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant revokedAt;
    private @Nullable UUID revokedBy;
    private @Nullable String revocationReason;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Certificate() {}

    private Certificate(
            Completion completion,
            String holderName,
            String courseTitle,
            StatusPlace place,
            @Nullable Instant expiresAt,
            Instant now) {
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
        this.statusList = place.list();
        this.statusPlace = place.place();
        this.salt = Salt.next();
        this.expiresAt = expiresAt;
    }

    /// Issues the certificate of a completion.
    ///
    /// @param place where the status lists will tell of its end
    /// @param expiresAt null where it is good for ever
    public static Certificate of(
            Completion completion,
            String holderName,
            String courseTitle,
            StatusPlace place,
            @Nullable Instant expiresAt,
            Instant now) {
        var certificate =
                new Certificate(completion, holderName, courseTitle, place, expiresAt, now);
        certificate.registerEvent(new CertificateEvent.Issued(certificate));
        return certificate;
    }

    /// A person of the staff takes it back for good.
    public void revoke(UUID staff, String reason, Instant now) {
        this.revokedBy = staff;
        end(reason, now);
    }

    /// The money for the course went back, and with it what the course gave.
    public void refunded(Instant now) {
        end("REFUNDED", now);
    }

    private void end(String reason, Instant now) {
        if (status == CertificateStatus.REVOKED) {
            throw CertificateRefused.alreadyRevoked();
        }
        this.status = CertificateStatus.REVOKED;
        this.revocationReason = reason;
        // As the database keeps it, so that it is told again as it was told.
        this.revokedAt = now.truncatedTo(ChronoUnit.MICROS);
        registerEvent(new CertificateEvent.Revoked(this));
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

    public CertificateStatus status(Instant now) {
        var isOver = expiresAt != null && !now.isBefore(expiresAt);
        return status == CertificateStatus.ISSUED && isOver ? CertificateStatus.EXPIRED : status;
    }

    public boolean isRevoked() {
        return status == CertificateStatus.REVOKED;
    }

    public StatusPlace place() {
        return new StatusPlace(statusList, statusPlace);
    }

    public String salt() {
        return salt;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /// Who of the staff took it back, empty where a refund did.
    public Optional<UUID> revokedBy() {
        return Optional.ofNullable(revokedBy);
    }

    public Optional<String> revocationReason() {
        return Optional.ofNullable(revocationReason);
    }
}
