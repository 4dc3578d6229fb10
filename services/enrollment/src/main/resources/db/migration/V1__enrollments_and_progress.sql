-- Enrolling

create table run (
    id         uuid        primary key,
    version    bigint      not null,
    course_id  uuid        not null,
    opens_at   timestamptz,
    closes_at  timestamptz,
    capacity   integer     check (capacity > 0),
    taken      integer     not null check (taken >= 0),
    held       integer     not null check (held >= 0),
    constraint run_never_above_capacity check (capacity is null or taken + held <= capacity)
);

create table enrollment (
    id             uuid        primary key,
    version        bigint      not null,
    learner_id     uuid        not null,
    run_id         uuid        not null references run,
    course_id      uuid        not null,
    course_version integer     not null,
    order_id       uuid,
    status         text        not null check (status in ('ACTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED')),
    granted_at     timestamptz not null,
    expires_at     timestamptz
);
create unique index enrollment_one_in_force
    on enrollment (learner_id, run_id) where status in ('ACTIVE', 'SUSPENDED');
create unique index enrollment_one_per_order on enrollment (order_id) where order_id is not null;
create index enrollment_of_learner on enrollment (learner_id, id desc);

create table seat_hold (
    order_id   uuid        primary key,
    version    bigint      not null,
    run_id     uuid        not null references run,
    expires_at timestamptz not null,
    status     text        not null check (status in ('HELD', 'USED', 'RELEASED'))
);

-- Copies of what course tells; the sequence decides which is newer.

create table copy_course (
    course_id       uuid    primary key,
    title           text    not null,
    offered_version integer not null,
    price_amount    bigint  not null,
    sequence        bigint  not null
);

create table copy_course_version (
    course_id  uuid    not null,
    version    integer not null,
    sequential boolean not null,
    primary key (course_id, version)
);

create table copy_lesson (
    course_id        uuid    not null,
    course_version   integer not null,
    lesson_id        uuid    not null,
    position         integer not null,
    title            text    not null,
    kind             text    not null,
    required         boolean not null,
    preview          boolean not null,
    duration_seconds integer not null,
    primary key (course_id, course_version, lesson_id)
);
create index copy_lesson_by_id on copy_lesson (lesson_id);

create table copy_run (
    run_id   uuid   primary key,
    sequence bigint not null
);

-- Progress

create table course_progress (
    enrollment_id           uuid        primary key references enrollment,
    version                 bigint      not null,
    learner_id              uuid        not null,
    course_id               uuid        not null,
    course_version          integer     not null,
    percent                 integer     not null check (percent between 0 and 100),
    completed_at            timestamptz,
    resume_lesson_id        uuid,
    resume_position_seconds integer,
    resume_at               timestamptz
);

create table done_lesson (
    enrollment_id uuid        not null references course_progress,
    lesson_id     uuid        not null,
    done_at       timestamptz not null,
    primary key (enrollment_id, lesson_id)
);

create table fact (
    id            uuid        primary key,
    enrollment_id uuid        not null references course_progress,
    learner_id    uuid        not null,
    client_id     uuid        not null,
    sequence      bigint      not null,
    type          text        not null check (type in ('OPENED', 'WATCHED', 'COMPLETED')),
    lesson_id     uuid        not null,
    from_seconds  integer,
    to_seconds    integer,
    started_at    timestamptz not null,
    ended_at      timestamptz not null,
    constraint fact_once unique (learner_id, client_id, sequence)
);
create index fact_of_lesson on fact (enrollment_id, lesson_id);
create index fact_of_client_by_time on fact (learner_id, client_id, ended_at);
