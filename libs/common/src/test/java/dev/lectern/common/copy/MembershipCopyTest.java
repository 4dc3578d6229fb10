package dev.lectern.common.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.event.Received;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(classes = SampleApplication.class)
@SuppressWarnings("NullAway.Init")
class MembershipCopyTest {

    @Autowired JdbcClient database;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID assistant = UUID.randomUUID();
    private MembershipCopy copy;

    @BeforeEach
    void twoMembers() {
        copy = new MembershipCopy(database);
        hear(10, author, assistant);
    }

    @Test
    void knowsTheMembersOfEachCourse() {
        assertThat(copy.has(course, author)).isTrue();
        assertThat(copy.has(UUID.randomUUID(), author)).isFalse();
        assertThat(copy.has(course, UUID.randomUUID())).isFalse();
    }

    @Test
    void forgetsWhoIsNoLongerAMember() {
        hear(11, author);

        assertThat(copy.has(course, assistant)).isFalse();
        assertThat(copy.has(course, author)).isTrue();
    }

    @Test
    void ignoresAMembershipThatIsOlderThanTheLast() {
        hear(11, author);

        hear(10, author, assistant);
        hear(11, author, assistant);

        assertThat(copy.has(course, assistant)).isFalse();
    }

    private void hear(long sequence, UUID... people) {
        var fact =
                new CourseMembershipChanged(
                        course, Stream.of(people).map(id -> new Member(id, "AUTHOR")).toList());
        copy.keep(new Received<>(fact, UUID.randomUUID(), course, sequence, Instant.EPOCH));
    }
}
