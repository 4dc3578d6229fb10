package dev.lectern.assessment.gradebook.application;

import dev.lectern.assessment.attempts.application.KnownVersions;
import dev.lectern.assessment.attempts.domain.AttemptRefused;
import dev.lectern.assessment.gradebook.application.GradebookView.CellView;
import dev.lectern.assessment.gradebook.application.GradebookView.ColumnView;
import dev.lectern.assessment.gradebook.application.GradebookView.RowView;
import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The gradebook of a course: every learner for its members, their own row for learners. A page is
/// read by one query for its learners, one for their names and one for all their cells.
@Component
@Transactional(readOnly = true)
public class GradebookViews {

    private static final String COLUMNS =
            """
            select q.id, 'QUIZ' as kind, q.plan ->> 'title' as title, null::integer as max_points
            from quiz q
            where q.id in (select quiz_id from copy_course_quiz
                           where course_id = :course
                             and (:version::integer is null or course_version = :version))
            union all
            select a.id, 'ASSIGNMENT', a.title, a.max_points
            from assignment a
            where a.id in (select assignment_id from copy_course_assignment
                           where course_id = :course
                             and (:version::integer is null or course_version = :version))
            order by id
            """;

    private static final String CELLS =
            """
            select a.learner_id, a.quiz_id as column_id, count(*) as attempts, false as overridden,
                   case when :own and q.plan ->> 'feedback' = 'NONE' then null
                        when q.plan ->> 'scoring' = 'AVERAGE' then floor(avg(a.score_percent))
                        when q.plan ->> 'scoring' = 'LAST'
                            then (array_agg(a.score_percent order by a.number desc)
                                  filter (where a.status = 'GRADED'))[1]
                        else max(a.score_percent) end::integer as score_percent
            from attempt a join quiz q on q.id = a.quiz_id
            where a.course_id = :course and a.learner_id in (:learners) and not a.preview
            group by a.learner_id, a.quiz_id, q.plan
            union all
            select s.learner_id, s.assignment_id, count(*),
                   coalesce((array_agg(s.grades > 1 order by s.number desc)
                             filter (where s.grades > 0))[1], false),
                   (array_agg(s.score_percent order by s.number desc)
                    filter (where s.grades > 0))[1]
            from submission s
            where s.course_id = :course and s.learner_id in (:learners)
            group by s.learner_id, s.assignment_id
            order by learner_id, column_id
            """;

    private final MembershipCopy members;
    private final AccessCopy access;
    private final KnownVersions versions;
    private final JdbcClient jdbc;

    GradebookViews(
            MembershipCopy members, AccessCopy access, KnownVersions versions, JdbcClient jdbc) {
        this.versions = versions;
        this.members = members;
        this.access = access;
        this.jdbc = jdbc;
    }

    public GradebookView of(UUID course, PageQuery page, Caller caller) {
        if (members.has(course, caller.id())) {
            var learners = learners(course, page);
            return new GradebookView(
                    columns(course, null), rows(course, learners.items(), false), learners.next());
        }
        var learner = access.inForce(caller.id(), course);
        if (learner.isEmpty()) {
            throw versions.isPublished(course)
                    ? AttemptRefused.notEnrolled()
                    : GenericRefusal.notFound();
        }
        return new GradebookView(
                columns(course, learner.get().courseVersion()),
                rows(course, List.of(caller.id()), true),
                null);
    }

    private List<ColumnView> columns(UUID course, @Nullable Integer version) {
        return jdbc.sql(COLUMNS)
                .param("course", course)
                .param("version", version)
                .query(ColumnView.class)
                .list();
    }

    private Page<UUID> learners(UUID course, PageQuery page) {
        var rows =
                jdbc.sql(
                                """
                                select distinct learner_id from copy_learner_access
                                where course_id = :course and course_version is not null
                                  and (:after::uuid is null or learner_id < :after)
                                order by learner_id desc limit :rows
                                """)
                        .param("course", course)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(UUID.class)
                        .list();
        return Page.of(rows, page, id -> id);
    }

    private List<RowView> rows(UUID course, List<UUID> learners, boolean own) {
        if (learners.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<CellView>> cells = new HashMap<>();
        jdbc.sql(CELLS)
                .param("own", own)
                .param("course", course)
                .param("learners", learners)
                .query(row -> {
                    cells.computeIfAbsent(
                                    row.getObject("learner_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new CellView(
                                            row.getObject("column_id", UUID.class),
                                            row.getObject("score_percent", Integer.class),
                                            row.getInt("attempts"),
                                            row.getBoolean("overridden")));
                });
        var names = names(learners);
        return learners.stream()
                .map(id -> new RowView(id, names.get(id), cells.getOrDefault(id, List.of())))
                .toList();
    }

    /// Of those user has told of so far.
    private Map<UUID, String> names(List<UUID> learners) {
        var names = new HashMap<UUID, String>();
        jdbc.sql(
                        """
                        select user_id, name from shown_name
                        where user_id in (:learners) and name is not null
                        """)
                .param("learners", learners)
                .query(row -> {
                    names.put(row.getObject("user_id", UUID.class), row.getString("name"));
                });
        return names;
    }
}
