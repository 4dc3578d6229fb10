package dev.lectern.assessment.authoring.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.Question.Option;
import dev.lectern.assessment.authoring.domain.imports.Imported.BadLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GiftFileTest {

    @Test
    void readsOneOfSeveral() {
        var question = only("::Rate:: Which rate?{ =8 kHz#Yes ~4 kHz#Too low ~20 kHz }");

        assertThat(question.kind()).isEqualTo(Kind.SINGLE);
        assertThat(question.text()).isEqualTo("Which rate?");
        assertThat(question.options())
                .containsExactly(
                        new Option("8 kHz", true, "Yes"),
                        new Option("4 kHz", false, "Too low"),
                        new Option("20 kHz", false, null));
    }

    @Test
    void readsSeveralOfSeveral() {
        var question = only("Which two?{ ~%50%sine ~%50%cosine ~%-100%square }");

        assertThat(question.kind()).isEqualTo(Kind.MULTIPLE);
        assertThat(question.options())
                .extracting(Option::text, Option::correct)
                .containsExactly(
                        tuple("sine", true), tuple("cosine", true), tuple("square", false));
    }

    @ParameterizedTest
    @CsvSource({"TRUE, true", "T, true", "FALSE, false", "F, false"})
    void readsTruths(String written, boolean isTrue) {
        var question = only("Sampling loses.{" + written + "#No.}");

        assertThat(question.kind()).isEqualTo(Kind.TRUE_FALSE);
        assertThat(question.options())
                .containsExactly(
                        new Option("True", isTrue, null), new Option("False", !isTrue, null));
        assertThat(question.feedback()).isEqualTo("No.");
    }

    @ParameterizedTest
    @CsvSource({
        "{#3.14:0.01}, 3.14, 0.01",
        "{#1..2}, 1.5, 0.5",
        "{#-7}, -7, 0",
        "{#=1e3:10}, 1000, 10"
    })
    void readsNumbers(String written, String value, String tolerance) {
        var question = only("How much?" + written);

        assertThat(question.kind()).isEqualTo(Kind.NUMERIC);
        assertThat(question.value()).isEqualByComparingTo(value);
        assertThat(question.tolerance()).isEqualByComparingTo(tolerance);
    }

    @Test
    void readsWordsInTheMiddleOfASentence() {
        var question =
                only("The rate of {=Nyquist =%100%Harry Nyquist####Of Bell Labs.} is twice.");

        assertThat(question.kind()).isEqualTo(Kind.SHORT_TEXT);
        assertThat(question.text()).isEqualTo("The rate of _____ is twice.");
        assertThat(question.accepted()).containsExactly("Nyquist", "Harry Nyquist");
        assertThat(question.feedback()).isEqualTo("Of Bell Labs.");
    }

    @Test
    void readsEscapedCharactersAsThemselves() {
        var question = only("Is 1 \\= \\{1\\}?{ =yes\\: \\~1 ~no \\# }");

        assertThat(question.text()).isEqualTo("Is 1 = {1}?");
        assertThat(question.options()).extracting(Option::text).containsExactly("yes: ~1", "no #");
    }

    @Test
    void takesTagsFromComments() {
        var questions =
                GiftFile.read(
                                """
                                // kept in [tag:waves] [tag:easy]
                                One?{=1}

                                Two?{=2}
                                """)
                        .questions();

        assertThat(questions.getFirst().tags()).containsExactly("waves", "easy");
        assertThat(questions.getLast().tags()).isEmpty();
    }

    @Test
    void takesTheGoodOnesAndSaysOfEveryBadOneWhereAndWhy() {
        var imported =
                GiftFile.read(
                        """
                        $CATEGORY: waves

                        Good?{=yes ~no}

                        None is right.{~a ~b}

                        Broken {=a

                        An essay.{}

                        Match.{=a -> b =c -> d}

                        Half.{=right ~%50%nearly}
                        [html]<b>Bold</b>{=a ~b}

                        [html]<b>Bold</b>{=a ~b}

                        Not a number{#much}

                        Bell\u0007{=a}
                        Also good?
                        {=yes}
                        """);

        assertThat(imported.questions()).extracting(Question::text).containsExactly("Good?");
        assertThat(imported.errors())
                .extracting(BadLine::line, BadLine::code)
                .containsExactly(
                        tuple(5, "NO_CORRECT_OPTION"),
                        tuple(7, "LINE_UNREADABLE"),
                        tuple(9, "KIND_UNSUPPORTED"),
                        tuple(11, "KIND_UNSUPPORTED"),
                        tuple(13, "LINE_UNREADABLE"),
                        tuple(16, "FORMAT_UNSUPPORTED"),
                        tuple(18, "LINE_UNREADABLE"),
                        tuple(20, "CONTROL_CHARACTER"));
        assertThat(imported.errors()).extracting(BadLine::detail).doesNotContain("");
    }

    @Test
    void refusesHalfACharacter() {
        assertThat(GiftFile.read("Half \uD83D?{=a}").errors())
                .extracting(BadLine::code)
                .containsExactly("CONTROL_CHARACTER");
    }

    @Test
    void refusesAnswersThatAreRightInPart() {
        assertThat(GiftFile.read("Half?{=right ~%50%nearly}").errors())
                .extracting(BadLine::code)
                .containsExactly("WEIGHT_UNSUPPORTED");
        assertThat(GiftFile.read("Half?{=%50%nearly =right}").errors())
                .extracting(BadLine::code)
                .containsExactly("WEIGHT_UNSUPPORTED");
    }

    private static Question only(String text) {
        var imported = ImportFormat.GIFT.read("\uFEFF" + text);
        assertThat(imported.errors()).isEmpty();
        return imported.questions().getFirst();
    }
}
