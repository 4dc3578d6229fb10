package dev.lectern.testing.architecture.bad.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/// Breaks: bare repositories.
public interface BadEntities extends CrudRepository<BadEntity, UUID> {}
