package dev.lectern.auth.domain;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/// All API keys.
public interface ApiKeys extends Repository<ApiKey, ApiKeyId> {

    ApiKey save(ApiKey key);

    Optional<ApiKey> findByIdAndAccount(ApiKeyId id, AccountId account);

    void delete(ApiKey key);
}
