-- Copies that decide whose activities count: what is published and on offer, what is shown in it,
-- and who may learn it.
create table copy_offered_course (
    course_id uuid    primary key,
    sequence  bigint  not null,
    offered   boolean not null
);

create table copy_course_part (
    course_id uuid not null,
    part_id   uuid not null,
    primary key (course_id, part_id)
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
comment on column copy_learner_access.learner_id is 'personal data';
create index copy_learner_access_of_learner on copy_learner_access (learner_id, course_id);
