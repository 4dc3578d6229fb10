package dev.lectern.gamification.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/// All accounts.
public interface Accounts extends Repository<Account, UUID> {

    Account save(Account account);

    Optional<Account> findByLearnerId(UUID learner);
}
