package dev.lectern.content.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import dev.lectern.content.Bodies;
import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import dev.lectern.testing.identity.TestIdentity;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ContentTest
class DraftControllerTest {

    @Autowired Hearing hears;
    @Autowired Http http;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID lesson = UUID.randomUUID();

    @BeforeEach
    void aLesson() {
        hears.of(Facts.members(course, author), Facts.outline(course, lesson));
    }

    @Test
    void answersAMemberWithTheDraftAndItsETag() {
        http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));

        var answer = http.draft(lesson, author);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("lessonId", "courseId", "revision", "blocks");
        assertThat(answer.body().get("lessonId").asString()).isEqualTo(lesson.toString());
        assertThat(answer.body().get("courseId").asString()).isEqualTo(course.toString());
        assertThat(answer.body().get("revision").asInt()).isEqualTo(2);
    }

    @Test
    void answersAWriteWithWhatWasWrittenAndTheNextETag() {
        var answer = http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.body()).isEqualTo(http.draft(lesson, author).body());
    }

    @Nested
    class IsClosed {

        @ParameterizedTest
        @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
        void toEverybodyWhoIsNoMemberWhateverTheirRole(String role) {
            var token = TestIdentity.tokenOf(UUID.randomUUID(), role);

            assertNotFound(http.send(get(Http.draftOf(lesson)), token));
            assertNotFound(http.send(aWrite().header("If-Match", "\"1\""), token));
            assertThat(http.draft(lesson, author).etag()).isEqualTo("\"1\"");
        }

        @Test
        void toMembersOfAnotherCourse() {
            var other = UUID.randomUUID();
            hears.of(Facts.members(UUID.randomUUID(), other));

            assertNotFound(http.draft(lesson, other));
        }

        @Test
        void toNobodyWithATokenOfTheirOwnMaking() {
            TestIdentity.forgedTokens(author)
                    .forEach((flaw, token) ->
                            assertThat(http.send(get(Http.draftOf(lesson)), token).status())
                                    .as(flaw)
                                    .isEqualTo(401));
        }

        @Test
        void toStrangers() {
            assertThat(http.send(get(Http.draftOf(lesson))).status()).isEqualTo(401);
            assertThat(http.send(aWrite()).status()).isEqualTo(401);
        }

        @Test
        void whereThereIsNoLesson() {
            assertNotFound(http.draft(UUID.randomUUID(), author));
            assertNotFound(
                    http.send(get("/api/v1/lessons/no-id/draft"), Http.tokenOf(author)));
        }

        private void assertNotFound(Http.Answer answer) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("NOT_FOUND");
        }
    }

    @Nested
    class RefusesAWrite {

        @Test
        void withoutTheVersionItWasMadeOn() {
            var answer = http.send(aWrite(), Http.tokenOf(author));

            assertThat(answer.status()).isEqualTo(428);
            assertThat(answer.code()).isEqualTo("IF_MATCH_REQUIRED");
        }

        @Test
        void madeOnAnOlderVersion() {
            http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));

            var answer = http.write(lesson, author, "\"1\"", Bodies.saying("Goodbye"));

            assertThat(answer.status()).isEqualTo(412);
            assertThat(answer.code()).isEqualTo("VERSION_STALE");
            assertThat(http.draft(lesson, author).body().toString()).contains("Hello");
        }

        @Test
        void ofPicturesWithoutWordsPointingAtEach() {
            Map<String, Object> picture =
                    Map.of("type", "IMAGE", "assetId", UUID.randomUUID());

            var answer =
                    http.write(lesson, author, "\"1\"", Bodies.of(with(picture, "a"), with(picture, "b")));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("ALT_TEXT_REQUIRED");
            assertThat(answer.body().get("retryable").asBoolean()).isFalse();
            assertThat(answer.pointers()).containsExactly("/blocks/0/alt", "/blocks/1/alt");
        }

        @Test
        void nestedDeeperThanAnyParserFollows() {
            var depth = 5_000;
            var answer =
                    http.writeRaw(
                            lesson,
                            author,
                            "\"1\"",
                            "{\"blocks\":" + "[".repeat(depth) + "]".repeat(depth) + "}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
        }

        @Test
        void nestedDeeperThanALesson() {
            var depth = 150;
            var answer =
                    http.writeRaw(
                            lesson,
                            author,
                            "\"1\"",
                            "{\"blocks\":[{\"id\":\"b\",\"type\":\"TEXT\",\"doc\":"
                                    + "{\"type\":\"doc\",\"content\":["
                                    + "{\"type\":\"blockquote\",\"content\":[".repeat(depth)
                                    + "]}".repeat(depth + 1)
                                    + "}]}");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.pointers())
                    .containsExactly("/blocks/0/doc" + "/content/0".repeat(12));
        }

        @Test
        void ofAMebibyte() {
            var big = Bodies.textBlock("b", "x".repeat(10_000));
            var answer =
                    http.write(
                            lesson,
                            author,
                            "\"1\"",
                            Bodies.of(Collections.nCopies(110, big).toArray()));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
        }

        @Test
        void ofTooManyBlocks() {
            var blocks =
                    IntStream.range(0, 201)
                            .mapToObj(i -> Bodies.textBlock("b" + i, "x"))
                            .toArray();

            var answer = http.write(lesson, author, "\"1\"", Bodies.of(blocks));

            assertThat(answer.code()).isEqualTo("BLOCK_NOT_ALLOWED");
            assertThat(answer.pointers()).containsExactly("/blocks");
        }

        private static Map<String, Object> with(Map<String, Object> block, String id) {
            var named = new HashMap<>(block);
            named.put("id", id);
            return named;
        }
    }

    private MockHttpServletRequestBuilder aWrite() {
        return put(Http.draftOf(lesson))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"blocks\":[]}");
    }
}
