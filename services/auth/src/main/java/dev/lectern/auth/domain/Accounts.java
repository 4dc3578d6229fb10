package dev.lectern.auth.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// All accounts. What changes one loads it locked: guesses at a password come in parallel.
public interface Accounts extends Repository<Account, AccountId> {

    Account save(Account account);

    Optional<Account> findByEmail(EmailAddress email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lock(AccountId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.email = :email")
    Optional<Account> lockByEmail(EmailAddress email);
}
