-- Which assignments there are, as assessment tells; none ever changes.
create table copy_assignment (
    assignment_id uuid primary key,
    course_id     uuid not null
);
create index copy_assignment_of_course on copy_assignment (course_id);
