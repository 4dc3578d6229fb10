-- Images and files of courses.
create table asset (
    id             uuid        primary key,
    version        bigint      not null,
    course_id      uuid        not null,
    user_id        uuid        not null,
    file_name      text        not null,
    content_type   text        not null,
    size_bytes     bigint      not null check (size_bytes > 0),
    sha256         text        not null,
    upload_ends_at timestamptz not null,
    type           text        not null,
    status         text        not null check (status in ('UPLOADING', 'UPLOADED', 'READY', 'FAILED')),
    failure        text,
    width          integer     check (width > 0),
    height         integer     check (height > 0),
    constraint asset_failed_has_a_reason check ((status = 'FAILED') = (failure is not null))
);
create index asset_of_course on asset (course_id, id);

-- For telling again which assets can be shown.
create index asset_ready on asset (id) where status = 'READY';

-- The picture of the version on offer, which anybody may see.
alter table copy_course add column cover_asset_id uuid;
