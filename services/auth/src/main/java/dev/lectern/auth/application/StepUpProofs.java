package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import java.time.Instant;

/// Writes down that somebody has just proven who they are, so that every service believes it.
public interface StepUpProofs {

    /// @param expiresAt when it is worth nothing any more
    record Proof(String token, Instant expiresAt) {}

    Proof of(AccountId account);
}
