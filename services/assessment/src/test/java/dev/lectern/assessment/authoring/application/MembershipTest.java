package dev.lectern.assessment.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.Facts;
import dev.lectern.assessment.Hearing;
import dev.lectern.assessment.School;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AssessmentTest
class MembershipTest {

    @Autowired Hearing hears;
    @Autowired School school;

    @Test
    void ignoresAMembershipThatIsOlderThanTheLast() {
        var course = UUID.randomUUID();
        var author = UUID.randomUUID();
        var assistant = UUID.randomUUID();
        hears.at(11, Facts.members(course, author));

        hears.at(10, Facts.members(course, author, assistant));

        assertThat(school.as(assistant).get(School.BANKS + "?courseId=" + course).status())
                .isEqualTo(404);
        assertThat(school.as(author).get(School.BANKS + "?courseId=" + course).status())
                .isEqualTo(200);
    }
}
