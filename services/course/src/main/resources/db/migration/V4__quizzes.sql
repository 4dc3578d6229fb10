-- What completing asks for besides the lessons.
alter table course add column completion jsonb;

-- Which quizzes there are and whether they can be taken, as assessment tells.
create table copy_quiz (
    quiz_id     uuid   primary key,
    course_id   uuid   not null,
    revision_id uuid   not null,
    reasons     jsonb  not null,
    sequence    bigint not null
);
create index copy_quiz_of_course on copy_quiz (course_id);
