package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.SignIn;
import dev.lectern.auth.domain.SignInId;
import dev.lectern.auth.domain.SignIns;
import dev.lectern.common.problem.GenericRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ends sign-ins: the one at hand, another one of the same person, or all.
@Service
@Transactional
public class SigningOut {

    private final SignIns signIns;
    private final Accounts accounts;
    private final OpenSessions sessions;

    SigningOut(SignIns signIns, Accounts accounts, OpenSessions sessions) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /// For the browser that signs out itself; one that is signed out already may do so again.
    public void signOut(SignInId id) {
        signIns.findById(id).ifPresent(this::end);
    }

    /// For a person who ends a session from a list.
    public void revoke(SignInId id, AccountId owner) {
        var signIn = signIns.findByIdAndAccount(id, owner).orElseThrow(GenericRefusal::notFound);
        end(signIn);
    }

    /// Ends every session of a person, the one that asks included.
    public void everywhere(AccountId owner) {
        var account = accounts.lock(owner).orElseThrow(GenericRefusal::notFound);
        account.signOutEverywhere();
        accounts.save(account);
        sessions.closeAll(owner);
    }

    private void end(SignIn signIn) {
        signIn.end();
        sessions.closeHttpSession(signIn.httpSession());
        signIns.delete(signIn);
    }
}
