package dev.lectern.user.profiles.domain;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// Why a profile stays as it is.
public final class ProfileRefused extends Refusal {

    private ProfileRefused(String code, String detail) {
        super(Kind.RULE, code, detail);
    }

    /// The picture is somebody else's, no picture, or not ready yet.
    public static Refusal avatarUnknown() {
        var refused = new ProfileRefused("REF_UNKNOWN", "You have no such picture of your own.");
        return refused.because(
                List.of(new Fault(refused.code(), "/avatarAssetId", refused.detail())));
    }
}
