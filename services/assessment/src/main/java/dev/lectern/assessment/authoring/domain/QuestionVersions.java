package dev.lectern.assessment.authoring.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/// All versions of all questions; what they say is only ever added.
public interface QuestionVersions extends Repository<QuestionVersion, QuestionId> {

    QuestionVersion save(QuestionVersion version);

    /// Stores at once: the next version may come only when this one has ended.
    QuestionVersion saveAndFlush(QuestionVersion version);

    List<QuestionVersion> findByIdIn(Collection<QuestionId> ids);

    /// The version a bank has now.
    Optional<QuestionVersion> findByBankIdAndIdQuestionAndUntilRevisionIsNull(
            BankId bank, UUID question);
}
