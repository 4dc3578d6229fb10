-- Copies of what course tells: which videos the versions show.

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

create table copy_course_video (
    course_id      uuid    not null,
    course_version integer not null,
    video_id       uuid    not null,
    preview        boolean not null,
    primary key (course_id, course_version, video_id),
    foreign key (course_id, course_version) references copy_course_version
);

-- Copy of what enrollment tells. Status and terms come by different events, each with a sequence
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

-- For telling again which videos can be played.
create index video_ready on video (id) where status = 'READY';
