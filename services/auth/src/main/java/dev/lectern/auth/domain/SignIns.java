package dev.lectern.auth.domain;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/// All living sign-ins.
public interface SignIns extends Repository<SignIn, SignInId> {

    SignIn save(SignIn signIn);

    void delete(SignIn signIn);

    Optional<SignIn> findById(SignInId id);

    Optional<SignIn> findByIdAndAccount(SignInId id, AccountId account);
}
