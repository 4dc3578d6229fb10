package dev.lectern.assessment.authoring.domain;

import static dev.lectern.assessment.Questions.numeric;
import static dev.lectern.assessment.Questions.shortText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BankTest {

    private final Bank bank = Bank.of(UUID.randomUUID(), " Waves ");

    @Test
    void takesManyQuestionsAsOneChange() {
        var added = bank.add(List.of(numeric("1", "0"), numeric("2", "0")));

        assertThat(added).hasSize(2);
        assertThat(bank.questions()).isEqualTo(2);
        assertThat(bank.revision()).isEqualTo(2);
    }

    @Test
    void keepsTheOldVersionOfAQuestionThatIsWrittenAnew() {
        var old = bank.add(List.of(shortText("one"))).getFirst();

        var next = bank.rewrite(old, shortText("two"));

        assertThat(old.content().accepted()).containsExactly("one");
        assertThat(old.isCurrent()).isFalse();
        assertThat(next.isCurrent()).isTrue();
        assertThat(next.getId()).isEqualTo(new QuestionId(old.getId().question(), 2));
        assertThat(bank.questions()).isEqualTo(1);
    }

    @Test
    void hasNoQuestionThatWasTakenOut() {
        var question = bank.add(List.of(shortText("one"))).getFirst();

        bank.remove(question);

        assertThat(question.isCurrent()).isFalse();
        assertThat(bank.questions()).isZero();
        assertThat(bank.revision()).isEqualTo(3);
    }

    @Test
    void refusesTheQuestionAfterTheLast() {
        bank.add(Collections.nCopies(Bank.MOST_QUESTIONS, shortText("one")));

        assertThatThrownBy(() -> bank.add(List.of(shortText("one"))))
                .hasFieldOrPropertyWithValue("code", "BANK_FULL");
        assertThat(bank.questions()).isEqualTo(Bank.MOST_QUESTIONS);
    }
}
