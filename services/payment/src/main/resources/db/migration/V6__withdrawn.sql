-- Whether a course is sold to nobody any more.
alter table copy_course add column withdrawn boolean not null default false;
alter table copy_course alter column withdrawn drop default;
