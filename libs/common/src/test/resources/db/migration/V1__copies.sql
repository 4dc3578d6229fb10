-- As the services that have such copies make them.

create table copy_membership (
    course_id uuid   primary key,
    sequence  bigint not null
);

create table copy_course_member (
    course_id uuid not null,
    user_id   uuid not null,
    primary key (course_id, user_id)
);

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

create table copy_sequence_lesson (
    course_id      uuid    not null,
    course_version integer not null,
    position       integer not null,
    lesson_id      uuid    not null,
    required       boolean not null,
    preview        boolean not null,
    ref_id         uuid,
    primary key (course_id, course_version, position)
);

create table copy_done_lesson (
    enrollment_id uuid not null,
    lesson_id     uuid not null,
    primary key (enrollment_id, lesson_id)
);

create table copy_asset (
    asset_id  uuid primary key,
    course_id uuid not null,
    kind      text not null
);
