-- What lessons show, and what completing asks for besides them; as course tells.
alter table copy_lesson add column quiz_id uuid;
alter table copy_course_version
    add column final_quiz_id uuid,
    add column min_score_percent integer;

-- The best score in the quiz that decides.
alter table course_progress add column final_score_percent integer
    check (final_score_percent between 0 and 100);

-- What assessment tells of quizzes: the facts behind lessons that are done by passing one.
create table graded_attempt (
    attempt_id    uuid        primary key,
    enrollment_id uuid        not null references course_progress,
    quiz_id       uuid        not null,
    score_percent integer     not null check (score_percent between 0 and 100),
    passed        boolean     not null,
    graded_at     timestamptz not null
);
create index graded_attempt_of_enrollment on graded_attempt (enrollment_id, quiz_id);
