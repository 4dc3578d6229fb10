package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Device;
import dev.lectern.auth.domain.SignIn;
import dev.lectern.auth.domain.SignInId;
import dev.lectern.auth.domain.SignIns;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Remembers that a browser or client proved to be somebody.
@Service
@Transactional
public class OpeningSignIns {

    /// @param replaced the sign-in this browser had before, maybe of somebody else
    public record Open(
            SignInId id,
            AccountId account,
            String httpSession,
            Device device,
            Optional<SignInId> replaced) {}

    private final SignIns signIns;
    private final Clock wallClock;

    OpeningSignIns(SignIns signIns, @Qualifier("wallClock") Clock wallClock) {
        this.signIns = signIns;
        this.wallClock = wallClock;
    }

    public void open(Open command) {
        command.replaced()
                .flatMap(signIns::findById)
                .ifPresent(old -> {
                    old.end();
                    signIns.delete(old);
                });
        signIns.save(
                SignIn.open(
                        command.id(),
                        command.account(),
                        command.httpSession(),
                        command.device(),
                        wallClock.instant()));
    }

    /// For one that was there before its second factor: ending it has to find its session.
    public void move(SignInId id, String httpSession) {
        signIns.findById(id)
                .ifPresent(signIn -> {
                    signIn.moveTo(httpSession);
                    signIns.save(signIn);
                });
    }
}
