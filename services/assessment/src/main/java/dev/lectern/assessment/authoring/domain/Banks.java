package dev.lectern.assessment.authoring.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// All banks.
public interface Banks extends Repository<Bank, BankId> {

    Bank save(Bank bank);

    /// Stores at once: what is read with SQL next must see it.
    Bank saveAndFlush(Bank bank);

    @Query("select b.courseId from Bank b where b.id = :id")
    Optional<UUID> courseOf(BankId id);

    Optional<Bank> findById(BankId id);
}
