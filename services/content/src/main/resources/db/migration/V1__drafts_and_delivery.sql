-- Authoring

create table draft (
    lesson_id   uuid    primary key,
    version     bigint  not null,
    course_id   uuid    not null,
    in_outline  boolean not null,
    revision_id uuid    not null,
    revision    integer not null check (revision >= 1),
    empty       boolean not null
);
create index draft_of_course on draft (course_id);

create table revision (
    id         uuid        primary key,
    lesson_id  uuid        not null references draft,
    number     integer     not null check (number >= 1),
    blocks     jsonb       not null,
    empty      boolean     not null,
    written_by uuid,
    written_at timestamptz not null,
    constraint revision_once unique (lesson_id, number)
);

-- A revision named here cannot be deleted: a published version shows it.
create table pinned_revision (
    revision_id uuid        primary key references revision,
    pinned_at   timestamptz not null
);

-- Copies of what course tells; the sequence decides which is newer.

create table copy_outline (
    course_id uuid   primary key,
    sequence  bigint not null
);

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
    course_id  uuid    not null,
    version    integer not null,
    sequential boolean not null,
    primary key (course_id, version)
);

create table copy_lesson (
    course_id      uuid    not null,
    course_version integer not null,
    lesson_id      uuid    not null,
    position       integer not null,
    title          text    not null,
    kind           text    not null check (kind in ('ARTICLE', 'VIDEO', 'QUIZ', 'ASSIGNMENT')),
    required       boolean not null,
    preview        boolean not null,
    revision_id    uuid,
    ref_id         uuid,
    primary key (course_id, course_version, lesson_id),
    foreign key (course_id, course_version) references copy_course_version
);
create index copy_lesson_by_id on copy_lesson (lesson_id);

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

create table copy_done_lesson (
    enrollment_id uuid not null,
    lesson_id     uuid not null,
    primary key (enrollment_id, lesson_id)
);
