-- What enrollment has told; the certificate follows as soon as the learner's name is known.
create table completion (
    learner_id     uuid        not null,
    course_id      uuid        not null,
    enrollment_id  uuid        not null,
    course_version integer     not null,
    completed_at   timestamptz not null,
    primary key (learner_id, course_id)
);

create table certificate (
    id             uuid        primary key,
    version        bigint      not null,
    code           text        not null,
    learner_id     uuid        not null,
    course_id      uuid        not null,
    enrollment_id  uuid        not null,
    course_version integer     not null,
    course_title   text        not null,
    holder_name    text        not null,
    completed_on   date        not null,
    issued_at      timestamptz not null,
    status         text        not null check (status in ('ISSUED', 'REVOKED')),
    constraint certificate_once unique (learner_id, course_id),
    constraint certificate_code_once unique (code)
);
comment on column certificate.holder_name is 'personal data';

create index certificate_of_learner on certificate (learner_id, id);

-- Copies of what course tells: the title each version was published under.
create table copy_course_title (
    course_id uuid    not null,
    version   integer not null,
    title     text    not null,
    primary key (course_id, version)
);
