-- What submissions were found to be worth, as assessment tells: evidence for lessons that are done.
create table graded_submission (
    grade_id      uuid        primary key,
    enrollment_id uuid        not null,
    assignment_id uuid        not null,
    passed        boolean     not null,
    graded_at     timestamptz not null
);
create index graded_submission_of_enrollment on graded_submission (enrollment_id);
