package dev.lectern.course.authoring.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/// All published versions.
public interface PublishedVersions extends Repository<PublishedVersion, VersionId> {

    PublishedVersion save(PublishedVersion version);

    Optional<PublishedVersion> findById(VersionId id);

    List<PublishedVersion> findByIdCourseIdInOrderByIdCourseIdAscIdVersionAsc(
            Collection<UUID> courses);
}
