package dev.lectern.content.authoring.application;

import dev.lectern.common.event.Received;
import dev.lectern.content.authoring.domain.Draft;
import dev.lectern.content.authoring.domain.Drafts;
import dev.lectern.content.authoring.domain.LessonId;
import dev.lectern.content.authoring.domain.Revision;
import dev.lectern.content.authoring.domain.Revisions;
import dev.lectern.events.course.CourseOutlineChanged;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives every lesson of an outline its draft, and takes the draft of a lesson that is gone out of
/// sight. Told late or twice, an older outline never replaces a newer one.
@Service
@Transactional
public class KeepingOutlines {

    private final Drafts drafts;
    private final Revisions revisions;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeepingOutlines(Drafts drafts, Revisions revisions, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void keep(Received<CourseOutlineChanged> received) {
        var course = received.event().courseId();
        if (!isNewer(course, received.sequence())) {
            return;
        }
        var gone =
                drafts.findByCourseId(course).stream()
                        .collect(Collectors.toMap(Draft::id, Function.identity()));
        for (var lesson : received.event().lessons()) {
            var id = new LessonId(lesson.lessonId());
            var known = gone.remove(id);
            if (known == null) {
                begin(course, id);
            } else {
                known.enterOutline();
                drafts.save(known);
            }
        }
        gone.values()
                .forEach(draft -> {
                    draft.leaveOutline();
                    drafts.save(draft);
                });
    }

    private void begin(UUID course, LessonId lesson) {
        var first = Revision.first(lesson, clock.instant());
        drafts.save(Draft.of(course, first));
        revisions.save(first);
    }

    private boolean isNewer(UUID course, long sequence) {
        return jdbc.sql(
                                """
                                insert into copy_outline (course_id, sequence)
                                values (:course, :sequence)
                                on conflict (course_id) do update set sequence = excluded.sequence
                                where copy_outline.sequence < excluded.sequence
                                """)
                        .param("course", course)
                        .param("sequence", sequence)
                        .update()
                == 1;
    }
}
