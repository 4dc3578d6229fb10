package dev.lectern.auth.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// What a person has besides the password: an authenticator that shows a new code every half
/// minute, and recovery codes for the day it is lost. Each code is good once.
@Entity
@Table(name = "second_factor")
public class SecondFactor extends AbstractAggregateRoot<SecondFactor> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private AccountId account;

    @AttributeOverride(name = "value", column = @Column(name = "enrolment"))
    private EnrolmentId enrolment;

    private String sealedSecret;

    @SuppressWarnings("UnusedVariable") // what was never confirmed is forgotten by it
    private Instant begunAt;

    private @Nullable Instant confirmedAt;
    private long lastStep;
    private int failedCodes;
    private @Nullable Instant lockedUntil;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "recovery_code", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "hash")
    private Set<String> recoveryCodes = new HashSet<>();

    @Version private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected SecondFactor() {}

    private SecondFactor(AccountId account, String sealedSecret, Instant now) {
        this.account = account;
        this.enrolment = EnrolmentId.next();
        this.sealedSecret = sealedSecret;
        this.begunAt = now;
    }

    /// Begins: nothing is asked for until a first code shows that the authenticator has the secret.
    public static SecondFactor begin(AccountId account, String sealedSecret, Instant now) {
        return new SecondFactor(account, sealedSecret, now);
    }

    /// Begins anew with another secret, as long as the first was never confirmed.
    public void beginAgain(String otherSecret, Instant now) {
        requireOff();
        enrolment = EnrolmentId.next();
        sealedSecret = otherSecret;
        begunAt = now;
    }

    /// Turns it on.
    ///
    /// @param step the half minute whose code was shown, if it was one
    /// @param recovery hashes of the recovery codes its owner gets
    public void confirm(OptionalLong step, Collection<String> recovery, Instant now) {
        requireOff();
        if (step.isEmpty()) {
            throw SecondFactorRefused.codeInvalid();
        }
        confirmedAt = now;
        lastStep = step.getAsLong();
        recoveryCodes.addAll(recovery);
        registerEvent(new AccountEvent.SecondFactorTurnedOn(account));
    }

    /// Turns it off; whoever turns it off also deletes it. One that was never confirmed is none.
    public void turnOff() {
        if (!isOn()) {
            throw SecondFactorRefused.off();
        }
        registerEvent(new AccountEvent.SecondFactorTurnedOff(account));
    }

    /// Decides on a code and counts wrong ones. What was good once proves nothing again, for
    /// somebody may have looked over the owner's shoulder.
    ///
    /// @param step the half minute whose code this is, if it is one
    /// @param hash of the same text, which may be a recovery code
    public CodeVerdict judge(OptionalLong step, String hash, Instant now) {
        if (!isOn()) {
            throw new IllegalStateException("no code is asked for");
        }
        if (isLocked(now)) {
            // Not counted: else whoever knows the password keeps the owner out by guessing on.
            return CodeVerdict.LOCKED;
        }
        if (step.isPresent() && step.getAsLong() > lastStep) {
            lastStep = step.getAsLong();
            return accepted();
        }
        if (recoveryCodes.remove(hash)) {
            return accepted();
        }
        failedCodes++;
        var pause = LockOut.after(failedCodes);
        lockedUntil = pause.isZero() ? null : now.plus(pause);
        return CodeVerdict.REFUSED;
    }

    /// How long no code is looked at any more.
    public Duration pause(Instant now) {
        return lockedUntil == null || !isLocked(now)
                ? Duration.ZERO
                : Duration.between(now, lockedUntil);
    }

    public boolean isOn() {
        return confirmedAt != null;
    }

    public AccountId account() {
        return account;
    }

    /// Names this enrolment; another secret is another one.
    public EnrolmentId enrolment() {
        return enrolment;
    }

    public String sealedSecret() {
        return sealedSecret;
    }

    public int recoveryCodesLeft() {
        return recoveryCodes.size();
    }

    private CodeVerdict accepted() {
        failedCodes = 0;
        lockedUntil = null;
        return CodeVerdict.ACCEPTED;
    }

    private void requireOff() {
        if (isOn()) {
            throw SecondFactorRefused.alreadyOn();
        }
    }

    private boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
