package dev.lectern.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Lets whoever awaits something look at once and often: an effect mostly takes milliseconds, and
/// Awaitility by itself looks for the first time after a tenth of a second.
public final class PromptWaiting implements LauncherSessionListener {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }
}
