-- Authoring

create table bank (
    id        uuid    primary key,
    version   bigint  not null,
    course_id uuid    not null,
    title     text    not null,
    revision  integer not null check (revision >= 1),
    questions integer not null check (questions between 0 and 1000)
);
create index bank_of_course on bank (course_id, id desc);

-- What a version says never changes; a bank has it from one revision until another.
create table question_version (
    question_id    uuid    not null,
    version        integer not null check (version >= 1),
    bank_id        uuid    not null references bank,
    content        jsonb   not null,
    since_revision integer not null,
    until_revision integer check (until_revision > since_revision),
    primary key (question_id, version)
);
create index question_version_of_bank on question_version (bank_id, question_id desc);
create unique index question_version_one_current
    on question_version (question_id) where until_revision is null;

create table question_import (
    id       uuid    primary key,
    bank_id  uuid    not null references bank,
    accepted integer not null,
    errors   jsonb   not null
);

create table quiz (
    id          uuid    primary key,
    version     bigint  not null,
    course_id   uuid    not null,
    edition     integer not null check (edition >= 1),
    plan        jsonb   not null,
    revision    integer not null check (revision >= 1),
    revision_id uuid    not null,
    reasons     jsonb   not null
);
create index quiz_of_course on quiz (course_id, id desc);

create table quiz_revision (
    id             uuid        primary key,
    quiz_id        uuid        not null references quiz,
    number         integer     not null check (number >= 1),
    plan           jsonb       not null,
    bank_revisions jsonb       not null,
    reasons        jsonb       not null,
    made_at        timestamptz not null,
    constraint quiz_revision_once unique (quiz_id, number)
);

-- A revision named here cannot be deleted: a published version shows it.
create table pinned_revision (
    revision_id uuid        primary key references quiz_revision,
    pinned_at   timestamptz not null
);

-- Attempts

create table attempt (
    id            uuid        primary key,
    version       bigint      not null,
    learner_id    uuid        not null,
    course_id     uuid        not null,
    enrollment_id uuid,
    quiz_id       uuid        not null references quiz,
    revision_id   uuid        not null references quiz_revision,
    number        integer     not null check (number >= 1),
    preview       boolean     not null,
    seed          bigint      not null,
    drawn         jsonb       not null,
    status        text        not null check (status in ('OPEN', 'GRADED')),
    started_at    timestamptz not null,
    deadline_at   timestamptz,
    submitted_at  timestamptz,
    score_percent integer     check (score_percent between 0 and 100),
    passed        boolean,
    constraint attempt_numbered_once unique (learner_id, quiz_id, preview, number),
    constraint attempt_preview_without_enrollment check (preview = (enrollment_id is null))
);
create unique index attempt_one_open on attempt (learner_id, quiz_id, preview) where status = 'OPEN';
create index attempt_of_learner on attempt (learner_id, quiz_id, id desc);

create table answer (
    attempt_id  uuid        not null references attempt,
    question_id uuid        not null,
    sequence    bigint      not null,
    response    jsonb       not null,
    saved_at    timestamptz not null,
    primary key (attempt_id, question_id)
);

create table grade (
    id            uuid        primary key,
    attempt_id    uuid        not null references attempt,
    points        integer     not null,
    max_points    integer     not null,
    score_percent integer     not null check (score_percent between 0 and 100),
    passed        boolean     not null,
    graded_at     timestamptz not null,
    constraint grade_within_the_points check (points between 0 and max_points)
);
create index grade_of_attempt on grade (attempt_id, id);

create function grades_only_append() returns trigger language plpgsql as $$
begin
    raise exception 'a grade is neither changed nor taken away; add another';
end $$;
create trigger grades_only_append before update or delete on grade
    for each row execute function grades_only_append();

-- Copies of what course tells; the sequence decides which is newer.

create table copy_membership (
    course_id uuid   primary key,
    sequence  bigint not null
);

create table copy_course_member (
    course_id uuid not null,
    user_id   uuid not null,
    primary key (course_id, user_id)
);

create table copy_course (
    course_id       uuid    primary key,
    offered_version integer not null,
    sequence        bigint  not null
);

create table copy_course_version (
    course_id uuid    not null,
    version   integer not null,
    primary key (course_id, version)
);

create table copy_course_quiz (
    course_id      uuid    not null,
    course_version integer not null,
    quiz_id        uuid    not null,
    revision_id    uuid    not null,
    primary key (course_id, course_version, quiz_id),
    foreign key (course_id, course_version) references copy_course_version
);

-- Copies of what enrollment tells. Status and terms come by different events, each with a sequence
-- of its own: a suspension may be here before the grant it follows.

create table copy_learner_access (
    enrollment_id  uuid   primary key,
    learner_id     uuid   not null,
    course_id      uuid   not null,
    status         text   not null check (status in ('ACTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED')),
    sequence       bigint not null,
    course_version integer,
    expires_at     timestamptz,
    terms_sequence bigint not null
);
create index copy_learner_access_of_learner on copy_learner_access (learner_id, course_id);
