package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.Bank;
import dev.lectern.assessment.authoring.domain.BankId;
import dev.lectern.assessment.authoring.domain.Banks;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.QuestionVersion;
import dev.lectern.assessment.authoring.domain.QuestionVersions;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author writes questions into a bank.
@Service
@Transactional
public class WritingBanks {

    private final Banks banks;
    private final QuestionVersions questions;
    private final CourseMembers members;
    private final RevisingQuizzes revising;

    WritingBanks(
            Banks banks,
            QuestionVersions questions,
            CourseMembers members,
            RevisingQuizzes revising) {
        this.banks = banks;
        this.questions = questions;
        this.members = members;
        this.revising = revising;
    }

    public BankId begin(UUID course, String title, Caller caller) {
        members.hold(course, caller);
        return banks.save(Bank.of(course, title)).id();
    }

    /// What quizzes draw stays the same.
    public void rename(BankId id, String title, IfMatch ifMatch, Caller caller) {
        var bank = open(id, caller);
        ifMatch.require(bank.revision());
        bank.rename(title);
        banks.save(bank);
    }

    /// @return the question, whatever its version
    public UUID add(BankId id, Question question, Caller caller) {
        return addAll(open(id, caller), List.of(question)).getFirst().getId().question();
    }

    public void rewrite(
            BankId id, UUID question, Question content, IfMatch ifMatch, Caller caller) {
        var bank = open(id, caller);
        ifMatch.require(bank.revision());
        var now = current(id, question);
        var next = bank.rewrite(now, content);
        // The index lets a question have one current version at any moment.
        questions.saveAndFlush(now);
        questions.save(next);
        store(bank);
    }

    public void remove(BankId id, UUID question, IfMatch ifMatch, Caller caller) {
        var bank = open(id, caller);
        ifMatch.require(bank.revision());
        var now = current(id, question);
        bank.remove(now);
        questions.save(now);
        store(bank);
    }

    List<QuestionVersion> addAll(Bank bank, List<Question> further) {
        var added = bank.add(further);
        added.forEach(questions::save);
        store(bank);
        return added;
    }

    /// A bank of one of the caller's courses; nobody else writes in it until the end.
    Bank open(BankId id, Caller caller) {
        var course = banks.courseOf(id).orElseThrow(GenericRefusal::notFound);
        members.hold(course, caller);
        return banks.findById(id).orElseThrow(GenericRefusal::notFound);
    }

    private QuestionVersion current(BankId bank, UUID question) {
        return questions
                .findByBankIdAndIdQuestionAndUntilRevisionIsNull(bank, question)
                .orElseThrow(GenericRefusal::notFound);
    }

    private void store(Bank bank) {
        banks.saveAndFlush(bank);
        revising.reviseAllDrawingFrom(bank);
    }
}
