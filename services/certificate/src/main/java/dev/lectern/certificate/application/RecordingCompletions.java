package dev.lectern.certificate.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.certificate.domain.Completion;
import dev.lectern.common.task.DurableTasks;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Enrollment tells of a completion; the certificate is made afterwards by a task.
@Service
@Transactional
public class RecordingCompletions {

    /// The instance is the learner's id and the course's.
    public static final TaskDescriptor<Completion> ISSUE =
            TaskDescriptor.of("issue-certificate", Completion.class);

    private final JdbcClient jdbc;
    private final Withdrawals withdrawals;
    private final DurableTasks tasks;

    RecordingCompletions(JdbcClient jdbc, Withdrawals withdrawals, DurableTasks tasks) {
        this.jdbc = jdbc;
        this.withdrawals = withdrawals;
        this.tasks = tasks;
    }

    /// Told again, in the same message or another, nothing follows: the first has its certificate
    /// or a task that makes it. Told late, after the money went back, it counts no more.
    public void record(Completion completion) {
        if (!withdrawals.isWithdrawn(completion.enrollmentId()) && isFirst(completion)) {
            tasks.soon(ISSUE, completion.learnerId() + ":" + completion.courseId(), completion);
        }
    }

    private boolean isFirst(Completion completion) {
        return jdbc.sql(
                                """
                                insert into completion
                                    (learner_id, course_id, enrollment_id, course_version,
                                     completed_at)
                                values (:learner, :course, :enrollment, :version, :completedAt)
                                on conflict do nothing
                                """)
                        .param("learner", completion.learnerId())
                        .param("course", completion.courseId())
                        .param("enrollment", completion.enrollmentId())
                        .param("version", completion.courseVersion())
                        .param("completedAt", completion.completedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
