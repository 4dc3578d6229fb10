package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Lectern;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody typed wrong is answered in one line that helps, with the status 2.
class MistakesTest {

    @TempDir Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ""                                       | say what to do; ./lectern help lists everything
                    stauts                                   | there is no command 'stauts'; did you mean 'status'?
                    xyz                                      | there is no command 'xyz'; There are: up, down, status
                    up --detatch                             | there is no option '--detatch'; did you mean '--detach'?
                    up --only=enrolment                      | there is no service 'enrolment'; did you mean 'enrollment'?
                    up --isolated=corse                      | there is no service 'corse'; did you mean 'course'?
                    run gatway                               | there is no service 'gatway'; did you mean 'gateway'?
                    resync corse content                     | there is no service 'corse'; did you mean 'course'?
                    up --port-offset x                       | '--port-offset': 'x' is not a whole number; ./lectern up --help shows all options
                    up --port-offset 70000                   | --port-offset is a number from 0 to 62427
                    up auth                                  | ./lectern up does not take 'auth'
                    dlq                                      | say './lectern dlq list' or './lectern dlq replay [<eventId>]'
                    dlq lsit                                 | there is no command 'lsit'; did you mean 'list'?
                    admin                                    | say './lectern admin create --role <role> --email <address>'
                    admin create --email=a@b.c               | Missing required option: '--role=<role>'; ./lectern admin create --help
                    admin create --email=a@b.c --role=modrator | there is no staff role 'modrator'; did you mean 'moderator'?
                    """)
    void isAnsweredInOneLineThatHelps(String typed, String line) {
        var said = Lectern.in(home).runHere(typed.isEmpty() ? new String[0] : typed.split(" "));

        assertThat(said.err()).startsWith("lectern: ").contains(line).hasLineCount(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.status()).isEqualTo(2);
    }
}
