package dev.lectern.auth.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// All second factors. What changes one loads it locked: guesses come in parallel.
public interface SecondFactors extends Repository<SecondFactor, AccountId> {

    SecondFactor save(SecondFactor factor);

    void delete(SecondFactor factor);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from SecondFactor f where f.account = :account")
    Optional<SecondFactor> lock(AccountId account);
}
