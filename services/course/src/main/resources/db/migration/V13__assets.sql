-- Which images and files courses have, as media tells. The images alone in copy_image are read by
-- nobody any more; that table goes with a later release.
create table copy_asset (
    asset_id  uuid primary key,
    course_id uuid not null,
    kind      text not null check (kind in ('IMAGE', 'FILE'))
);
create index copy_asset_of_course on copy_asset (course_id);
insert into copy_asset select asset_id, course_id, 'IMAGE' from copy_image;

-- Which of them bodies show, as content tells.
alter table copy_lesson_body add column assets jsonb not null default '[]';

delete from resync_asked where producer in ('media', 'content');
