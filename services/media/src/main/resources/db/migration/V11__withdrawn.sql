-- A withdrawn course is on offer to nobody, previews and promotion included.
alter table copy_course add column withdrawn boolean not null default false;
