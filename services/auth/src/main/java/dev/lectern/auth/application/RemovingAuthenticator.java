package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.SecondFactorRefused;
import dev.lectern.auth.domain.SecondFactors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes a second factor away, with its recovery codes, on the word of somebody who has just shown
/// it once more. Staff may as well, to come with another authenticator: until it is there they
/// cannot step up, and so do nothing that asks for it.
@Service
@Transactional
public class RemovingAuthenticator {

    private final SecondFactors factors;

    RemovingAuthenticator(SecondFactors factors) {
        this.factors = factors;
    }

    public void remove(AccountId account) {
        var factor = factors.lock(account).orElseThrow(SecondFactorRefused::off);
        factor.turnOff();
        factors.delete(factor);
    }
}
