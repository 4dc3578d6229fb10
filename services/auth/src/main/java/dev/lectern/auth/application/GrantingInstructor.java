package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.Role;
import dev.lectern.common.problem.GenericRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes an approved applicant an instructor; hearing of the approval again changes nothing.
@Service
@Transactional
public class GrantingInstructor {

    private final Accounts accounts;

    GrantingInstructor(Accounts accounts) {
        this.accounts = accounts;
    }

    public void grant(AccountId id) {
        var account = accounts.lock(id).orElseThrow(GenericRefusal::notFound);
        account.grant(Role.INSTRUCTOR);
        accounts.save(account);
    }
}
