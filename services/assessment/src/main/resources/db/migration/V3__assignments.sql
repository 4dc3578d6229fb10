-- An assignment never changes: what learners worked on is what they are graded by, and a published
-- version can show it without keeping a revision of it.
create table assignment (
    id            uuid        primary key,
    version       bigint      not null,
    course_id     uuid        not null,
    title         text        not null,
    instructions  text        not null,
    due_at        timestamptz,
    late_until_at timestamptz check (late_until_at > due_at),
    pass_percent  integer     not null check (pass_percent between 0 and 100),
    rubric        jsonb       not null,
    max_points    integer     not null check (max_points >= 1)
);
create index assignment_of_course on assignment (course_id, id desc);

create table submission (
    id            uuid        primary key,
    version       bigint      not null,
    assignment_id uuid        not null references assignment,
    learner_id    uuid        not null,
    course_id     uuid        not null,
    enrollment_id uuid        not null,
    number        integer     not null check (number between 1 and 50),
    text          text        not null,
    asset_ids     jsonb       not null,
    late          boolean     not null,
    submitted_at  timestamptz not null,
    grade_id      uuid,
    grades        integer     not null check (grades >= 0),
    score_percent integer     check (score_percent between 0 and 100),
    passed        boolean,
    constraint submission_numbered_once unique (learner_id, assignment_id, number),
    constraint submission_graded_or_not check (
        (grades = 0) = (grade_id is null)
        and (grades = 0) = (score_percent is null)
        and (grades = 0) = (passed is null))
);
create index submission_of_assignment on submission (assignment_id, id desc);
create index submission_of_learner on submission (learner_id, assignment_id, id desc);

create table submission_grade (
    id            uuid        primary key,
    submission_id uuid        not null references submission,
    number        integer     not null check (number >= 1),
    supersedes    uuid        references submission_grade,
    scores        jsonb       not null,
    points        integer     not null,
    max_points    integer     not null,
    score_percent integer     not null check (score_percent between 0 and 100),
    passed        boolean     not null,
    comment       text,
    reason        text,
    graded_by     uuid        not null,
    graded_at     timestamptz not null,
    constraint submission_grade_within_the_points check (points between 0 and max_points),
    constraint submission_grade_numbered_once unique (submission_id, number),
    constraint submission_grade_superseded_once unique (supersedes),
    constraint submission_grade_says_why check (
        (number = 1) = (supersedes is null) and (number = 1 or reason is not null))
);
create trigger submission_grades_only_append before update or delete on submission_grade
    for each row execute function grades_only_append();

-- No version that was told before shows an assignment: course had none to refer to.
create table copy_course_assignment (
    course_id      uuid    not null,
    course_version integer not null,
    assignment_id  uuid    not null,
    primary key (course_id, course_version, assignment_id),
    foreign key (course_id, course_version) references copy_course_version
);

-- A copy of what media tells; an asset never changes.
create table copy_asset (
    asset_id  uuid primary key,
    course_id uuid not null
);

-- The gradebook: whoever is or was enrolled in a course, page by page, and what they have done.
create index copy_learner_access_of_course on copy_learner_access (course_id, learner_id desc);
create index attempt_counted_of_course on attempt (course_id, learner_id) where not preview;
create index submission_of_course on submission (course_id, learner_id);
