package dev.lectern.media.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionsTest {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    @Nested
    class Reading {

        @Test
        void takesWebVtt() {
            var captions =
                    vtt(
                            """
                            WEBVTT - a title
                            Kind: captions

                            NOTE of the author
                            two lines

                            STYLE
                            ::cue { color: red }

                            first
                            00:01.000 --> 00:02.500 align:start
                            Hello
                            there

                            00:00:02.500 --> 00:01:00.000
                            Good-bye
                            """);

            assertThat(captions.cues())
                    .containsExactly(
                            new Cue(
                                    Duration.ofMillis(1000),
                                    Duration.ofMillis(2500),
                                    "Hello\nthere"),
                            new Cue(Duration.ofMillis(2500), LENGTH, "Good-bye"));
        }

        @Test
        void takesSubRipWithTheMarkAndLineEndsOfAnotherSystem() {
            var captions =
                    srt(
                            """
                            \uFEFF1
                            00:00:01,000 --> 00:00:02,500
                            Hello

                            2
                            00:00:03,000 --> 00:00:04,000
                            Bye
                            """
                                    .replace("\n", "\r\n"));

            assertThat(captions.cues()).extracting(Cue::text).containsExactly("Hello", "Bye");
        }

        @Test
        void writesWhatItRead() {
            var captions = srt("1\n00:00:01,000 --> 00:00:02,500\nHello\n");

            assertThat(captions.toVtt())
                    .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello\n");
            assertThat(vtt(captions.toVtt())).isEqualTo(captions);
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''                                                  | 1 | must begin with WEBVTT",
                    "1                                                   | 1 | must begin with WEBVTT",
                    "WEBVTT                                              | 1 | no cue",
                    "WEBVTT~~00:01.000 -> 00:02.000~A                    | 4 | line with times",
                    "WEBVTT~~name                                        | 3 | line with times",
                    "WEBVTT~~00:01,000 --> 00:02,000~A                   | 3 | not readable",
                    "WEBVTT~~00:61.000 --> 00:62.000~A                   | 3 | end at 59",
                    "WEBVTT~~00:02.000 --> 00:01.000~A                   | 3 | ends before it begins",
                    "WEBVTT~~00:02.000 --> 00:02.000~A                   | 3 | ends before it begins",
                    "WEBVTT~~00:01.000 --> 00:03.000~A~~00:02.999 --> 00:04.000~B | 6 | before the one before",
                    "WEBVTT~~00:01.000 --> 01:00.001~A                   | 3 | after the video",
                    "WEBVTT~~00:01.000 --> 00:02.000~~00:03.000 --> 00:04.000~B | 3 | no words",
                    "WEBVTT~~00:01.000 --> 00:02.000~A~00:03.000 --> 00:04.000~B | 5 | blank line"
                })
        void saysInWhichLineAndWhy(String text, int line, String reason) {
            assertThatThrownBy(() -> vtt(text.replace('~', '\n')))
                    .hasMessageContaining(reason)
                    .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                    .returns("CAPTION_INVALID", Refusal::code)
                    .returns(line, refused -> refused.extras().get("line"));
        }

        @Test
        void countsFromTheFirstLineOfSubRipToo() {
            assertThatThrownBy(() -> srt("1\n00:00:01.000 --> 00:00:02.000\nHello\n"))
                    .hasMessageContaining("Line 2");
        }
    }

    private static Captions vtt(String text) {
        return Captions.read(text, CaptionFormat.VTT, LENGTH);
    }

    private static Captions srt(String text) {
        return Captions.read(text, CaptionFormat.SRT, LENGTH);
    }
}
