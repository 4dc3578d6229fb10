-- Copies of what comes before what in courses whose lessons open one after the other, and of what
-- learners have done. What was told before is asked for again.

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

delete from resync_asked where producer in ('course', 'enrollment');
