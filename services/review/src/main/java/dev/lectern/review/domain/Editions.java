package dev.lectern.review.domain;

import org.springframework.data.repository.Repository;

/// How reviews read before they were edited.
public interface Editions extends Repository<Edition, EditionId> {

    Edition save(Edition edition);
}
