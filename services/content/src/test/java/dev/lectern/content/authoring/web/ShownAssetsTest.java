package dev.lectern.content.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.content.Bodies;
import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import dev.lectern.events.media.AssetReady;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The images and files a body may show.
@ContentTest
class ShownAssetsTest {

    @Autowired Hearing hears;
    @Autowired Http http;
    @Autowired JdbcClient database;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID lesson = UUID.randomUUID();
    private final UUID image = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();

    @BeforeEach
    void aLesson() {
        hears.of(
                Facts.members(course, author),
                Facts.outline(course, lesson),
                new AssetReady(image, course, "IMAGE"),
                new AssetReady(file, course, "FILE"));
    }

    @Test
    void areThoseOfItsCourse() {
        var written =
                write(
                        Bodies.imageBlock("a", image),
                        Bodies.fileBlock("b", file),
                        Bodies.fileBlock("c", image));

        assertThat(written.status()).isEqualTo(200);
    }

    @Test
    void areNoneOfAnotherCourse() {
        var foreign = UUID.randomUUID();
        hears.of(new AssetReady(foreign, UUID.randomUUID(), "IMAGE"));

        var refused =
                write(
                        Bodies.textBlock("a", "Look"),
                        Bodies.imageBlock("b", foreign),
                        Bodies.fileBlock("c", foreign));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("REF_UNKNOWN");
        assertThat(Http.pointersOf(refused))
                .containsExactly("/blocks/1/assetId", "/blocks/2/assetId");
        assertThat(http.draft(lesson, author).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void areNoFileWhereSomethingIsToBeLookedAt() {
        var refused = write(Bodies.imageBlock("a", file));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("KIND_MISMATCH");
        assertThat(Http.pointersOf(refused)).containsExactly("/blocks/0/assetId");
    }

    @Test
    void mayComeLaterThanTheDraftThatShowsThem() {
        var late = UUID.randomUUID();

        assertThat(write(Bodies.imageBlock("a", late)).status()).isEqualTo(200);

        hears.of(new AssetReady(late, course, "FILE"), new AssetReady(late, course, "FILE"));
        var again = http.write(lesson, author, "\"2\"", Bodies.of(Bodies.imageBlock("a", late)));
        assertThat(again.code()).isEqualTo("KIND_MISMATCH");
    }

    @Test
    void areToldWithTheRevisionAndAnsweredWhenItIsPinned() {
        write(
                Bodies.imageBlock("a", image),
                Bodies.imageBlock("b", image),
                Bodies.fileBlock("c", file));

        var pinned = http.pin(course, lesson).json().at("/revisions/0/assets");

        assertThat(pinned).hasSize(2);
        assertThat(pinned.at("/0/assetId").asString()).isEqualTo(image.toString());
        assertThat(pinned.at("/0/kind").asString()).isEqualTo("IMAGE");
        assertThat(pinned.at("/1/assetId").asString()).isEqualTo(file.toString());
        assertThat(pinned.at("/1/kind").asString()).isEqualTo("FILE");
        assertThat(
                        database.sql(
                                        """
                                        select payload::json #>> '{data,assets,0,assetId}' from outbox
                                        where subject = :lesson order by sequence desc limit 1
                                        """)
                                .param("lesson", lesson)
                                .query(String.class)
                                .single())
                .isEqualTo(image.toString());
    }

    private Answer write(Object... blocks) {
        return http.write(lesson, author, "\"1\"", Bodies.of(blocks));
    }
}
