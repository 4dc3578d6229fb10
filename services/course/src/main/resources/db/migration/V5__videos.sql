-- Lessons show videos as well as quizzes: what one shows has one name, whatever it is.
update course set outline = replace(outline::text, '"quizId":', '"refId":')::jsonb;

-- Which videos can be played and how long they are, as media tells.
create table copy_video (
    video_id         uuid primary key,
    course_id        uuid not null,
    duration_seconds int  not null
);
create index copy_video_of_course on copy_video (course_id);
