-- Whether nobody new gets into a course.
alter table copy_course add column withdrawn boolean not null default false;
alter table copy_course alter column withdrawn drop default;
