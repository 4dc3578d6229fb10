-- The pictures courses are shown with, and which images media has told of.
alter table course add column cover_asset_id uuid;
alter table catalog_entry add column cover_asset_id uuid;

create table copy_image (
    asset_id  uuid primary key,
    course_id uuid not null
);
delete from resync_asked where producer = 'media';
