package dev.lectern.content.authoring.domain;

import org.springframework.data.repository.Repository;

/// All revisions of all lessons; they are only ever added.
public interface Revisions extends Repository<Revision, RevisionId> {

    Revision save(Revision revision);
}
