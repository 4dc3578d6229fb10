package dev.lectern.content.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ContentTest
class MembershipTest {

    @Autowired Hearing hears;
    @Autowired Http http;

    private final UUID course = UUID.randomUUID();
    private final UUID lesson = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID assistant = UUID.randomUUID();

    @BeforeEach
    void aCourseOfTwo() {
        hears.of(Facts.outline(course, lesson));
        hears.at(10, Facts.members(course, author, assistant));
    }

    @Test
    void takesTheRightToWriteFromWhoIsNoLongerAMember() {
        assertThat(http.draft(lesson, assistant).status()).isEqualTo(200);

        hears.at(11, Facts.members(course, author));

        assertThat(http.draft(lesson, assistant).status()).isEqualTo(404);
        assertThat(http.draft(lesson, author).status()).isEqualTo(200);
    }

    @Test
    void ignoresAMembershipThatIsOlderThanTheLast() {
        hears.at(11, Facts.members(course, author));

        hears.at(10, Facts.members(course, author, assistant));
        hears.at(11, Facts.members(course, author, assistant));

        assertThat(http.draft(lesson, assistant).status()).isEqualTo(404);
    }
}
