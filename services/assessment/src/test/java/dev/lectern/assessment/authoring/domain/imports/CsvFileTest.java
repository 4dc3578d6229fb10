package dev.lectern.assessment.authoring.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.Question.Option;
import dev.lectern.assessment.authoring.domain.imports.Imported.BadLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void readsEveryKind() {
        var imported =
                ImportFormat.CSV.read(
                        """
                        Kind,text,correct,wrong,tolerance,points,tags,feedback
                        SINGLE,Which?,8 kHz,4 kHz|20 kHz,,2,waves|easy,Twice.
                        multiple,Which two?,sine|cosine,square,,,,
                        TRUE_FALSE,Sampling loses.,False,True,,,,
                        NUMERIC,How much?,3.14,,0.01,,,
                        SHORT_TEXT,Who?,Nyquist|Harry Nyquist,,,,,
                        """);

        assertThat(imported.errors()).isEmpty();
        assertThat(imported.questions()).extracting(Question::kind).containsExactly(Kind.values());
        var first = imported.questions().getFirst();
        assertThat(first.options())
                .containsExactly(
                        new Option("8 kHz", true, null),
                        new Option("4 kHz", false, null),
                        new Option("20 kHz", false, null));
        assertThat(first.points()).isEqualTo(2);
        assertThat(first.tags()).containsExactly("waves", "easy");
        assertThat(first.feedback()).isEqualTo("Twice.");
    }

    @Test
    void readsQuotedCells() {
        var imported =
                CsvFile.read(
                        "text,kind,correct\r\n\"One, \"\"two\"\"\nor three?\",SHORT_TEXT,\"\"\r\n"
                                + "Who?,SHORT_TEXT,Nyquist");

        assertThat(imported.errors())
                .extracting(BadLine::line, BadLine::code)
                .containsExactly(tuple(2, "QUESTION_INVALID"));
        assertThat(imported.questions()).extracting(Question::text).containsExactly("Who?");
        assertThat(CsvRow.all("\"One, \"\"two\"\"\nor three?\"").getFirst().cells())
                .containsExactly("One, \"two\"\nor three?");
    }

    @Test
    void saysOfEveryBadLineWhereAndWhy() {
        var imported =
                CsvFile.read(
                        """
                        kind,text,correct,wrong,points
                        SINGLE,Two are right?,a|b,c,1
                        SINGLE,None?,,a|b,1

                        ESSAY,Write!,,,1
                        NUMERIC,How much?,a lot,,1
                        SHORT_TEXT,Who?,Nyquist,Shannon,1
                        SHORT_TEXT,Who?,Nyquist,,many
                        SHORT_TEXT,Who?
                        SHORT_TEXT,Wh\u0007o?,Nyquist,,1
                        SHORT_TEXT,"Who?,Nyquist,,1
                        """);

        assertThat(imported.questions()).isEmpty();
        assertThat(imported.errors())
                .extracting(BadLine::line, BadLine::code)
                .containsExactly(
                        tuple(2, "QUESTION_INVALID"),
                        tuple(3, "NO_CORRECT_OPTION"),
                        tuple(5, "KIND_UNSUPPORTED"),
                        tuple(6, "LINE_UNREADABLE"),
                        tuple(7, "LINE_UNREADABLE"),
                        tuple(8, "LINE_UNREADABLE"),
                        tuple(9, "LINE_UNREADABLE"),
                        tuple(10, "CONTROL_CHARACTER"),
                        tuple(11, "LINE_UNREADABLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text,correct", "kind,text,colour", "kind,text,text"})
    void takesNothingWithoutItsColumns(String header) {
        var imported = CsvFile.read(header + "\nSHORT_TEXT,Who?,Nyquist");

        assertThat(imported.questions()).isEmpty();
        assertThat(imported.errors()).hasSize(1);
    }
}
