package dev.lectern.content.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.content.Bodies;
import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ContentTest
class WritingTest {

    @Autowired Hearing hears;
    @Autowired Http http;
    @Autowired JdbcClient database;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID lesson = UUID.randomUUID();

    @BeforeEach
    void aLesson() {
        hears.of(Facts.members(course, author), Facts.outline(course, lesson));
    }

    @Test
    void makesAFurtherRevisionEachTimeAndKeepsTheOldOnes() {
        http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));
        http.write(lesson, author, "\"2\"", Bodies.saying("Goodbye"));

        assertThat(
                        database.sql(
                                        """
                                        select number || ' ' || empty || ' '
                                               || coalesce(blocks #>> '{0,doc,content,0,content,0,text}', '')
                                        from revision where lesson_id = :lesson order by number
                                        """)
                                .param("lesson", lesson)
                                .query(String.class)
                                .list())
                .containsExactly("1 true ", "2 false Hello", "3 false Goodbye");
    }

    @Test
    void tellsEachRevisionInTheTransactionOfTheWrite() {
        http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));
        http.write(lesson, author, "\"2\"", Bodies.of());

        assertThat(
                        database.sql(
                                        """
                                        select payload::json #>> '{data,empty}' from outbox
                                        where subject = :lesson order by sequence
                                        """)
                                .param("lesson", lesson)
                                .query(String.class)
                                .list())
                .containsExactly("true", "false", "true");
    }

    @Test
    void letsOneOfManyWinWhoWriteAtOnceAndTellsTheOthers() throws Exception {
        List<Callable<Answer>> writers =
                IntStream.range(0, 8)
                        .<Callable<Answer>>mapToObj(i ->
                                () ->
                                        http.write(
                                                lesson,
                                                author,
                                                "\"1\"",
                                                Bodies.saying("Writer " + i)))
                        .toList();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(8)) {
            statuses =
                    threads.invokeAll(writers).stream()
                            .map(future -> future.resultNow().status())
                            .sorted()
                            .toList();
        }

        assertThat(statuses).startsWith(200, 412).doesNotContain(500, 409);
        assertThat(http.draft(lesson, author).header("ETag")).isEqualTo("\"2\"");
    }
}
