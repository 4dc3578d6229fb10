package dev.lectern.content.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.content.Bodies;
import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import dev.lectern.testing.identity.ForgedTokens;
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

@ContentTest
class DraftControllerTest {

    private static final String NOTHING = "{\"blocks\":[]}";

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
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("lessonId", "courseId", "revision", "blocks");
        assertThat(answer.json().get("lessonId").asString()).isEqualTo(lesson.toString());
        assertThat(answer.json().get("courseId").asString()).isEqualTo(course.toString());
        assertThat(answer.json().get("revision").asInt()).isEqualTo(2);
    }

    @Test
    void answersAWriteWithWhatWasWrittenAndTheNextETag() {
        var answer = http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.json()).isEqualTo(http.draft(lesson, author).json());
    }

    @Nested
    class IsClosed {

        @ParameterizedTest
        @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
        void toEverybodyWhoIsNoMemberWhateverTheirRole(String role) {
            var token = TestIdentity.tokenOf(UUID.randomUUID(), role);

            var outsider = http.anyone().as(token).with("If-Match", "\"1\"");
            assertNotFound(outsider.get(Http.draftPath(lesson)));
            assertNotFound(outsider.put(Http.draftPath(lesson), NOTHING));
            assertThat(http.draft(lesson, author).header("ETag")).isEqualTo("\"1\"");
        }

        @Test
        void toMembersOfAnotherCourse() {
            var other = UUID.randomUUID();
            hears.of(Facts.members(UUID.randomUUID(), other));

            assertNotFound(http.draft(lesson, other));
        }

        @Test
        void toNobodyWithATokenOfTheirOwnMaking() {
            ForgedTokens.areRefusedAt(http.anyone(), Http.draftPath(lesson));
        }

        @Test
        void toStrangers() {
            var path = Http.draftPath(lesson);
            assertThat(http.anyone().get(path).status()).isEqualTo(401);
            assertThat(http.anyone().put(path, NOTHING).status()).isEqualTo(401);
        }

        @Test
        void toServices() {
            var service = http.anyone().as(TestIdentity.serviceTokenFor("content"));

            assertThat(service.get(Http.draftPath(lesson)).status()).isEqualTo(401);
        }

        @Test
        void whereThereIsNoLesson() {
            assertNotFound(http.draft(UUID.randomUUID(), author));
            assertNotFound(http.learner(author).get("/api/v1/lessons/no-id/draft"));
        }

        private void assertNotFound(Answer answer) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("NOT_FOUND");
        }
    }

    @Nested
    class RefusesAWrite {

        @Test
        void withoutTheVersionItWasMadeOn() {
            var answer = http.learner(author).put(Http.draftPath(lesson), NOTHING);

            assertThat(answer.status()).isEqualTo(428);
            assertThat(answer.code()).isEqualTo("IF_MATCH_REQUIRED");
        }

        @Test
        void madeOnAnOlderVersion() {
            http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));

            var answer = http.write(lesson, author, "\"1\"", Bodies.saying("Goodbye"));

            assertThat(answer.status()).isEqualTo(412);
            assertThat(answer.code()).isEqualTo("VERSION_STALE");
            assertThat(http.draft(lesson, author).json().toString()).contains("Hello");
        }

        @Test
        void ofPicturesWithoutWordsPointingAtEach() {
            Map<String, Object> picture = Map.of("type", "IMAGE", "assetId", UUID.randomUUID());

            var answer =
                    http.write(
                            lesson,
                            author,
                            "\"1\"",
                            Bodies.of(with(picture, "a"), with(picture, "b")));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("ALT_TEXT_REQUIRED");
            assertThat(answer.json().get("retryable").asBoolean()).isFalse();
            assertThat(Http.pointersOf(answer)).containsExactly("/blocks/0/alt", "/blocks/1/alt");
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
            assertThat(Http.pointersOf(answer))
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
                    IntStream.range(0, 201).mapToObj(i -> Bodies.textBlock("b" + i, "x")).toArray();

            var answer = http.write(lesson, author, "\"1\"", Bodies.of(blocks));

            assertThat(answer.code()).isEqualTo("BLOCK_NOT_ALLOWED");
            assertThat(Http.pointersOf(answer)).containsExactly("/blocks");
        }

        private static Map<String, Object> with(Map<String, Object> block, String id) {
            var named = new HashMap<>(block);
            named.put("id", id);
            return named;
        }
    }
}
