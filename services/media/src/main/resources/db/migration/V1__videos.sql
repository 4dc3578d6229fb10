create table video (
    id               uuid        primary key,
    version          bigint      not null,
    upload_id        uuid        not null,
    course_id        uuid        not null,
    user_id          uuid        not null,
    title            text        not null,
    file_name        text        not null,
    content_type     text        not null,
    size_bytes       bigint      not null check (size_bytes > 0),
    sha256           text        not null,
    parts_token      text,
    upload_ends_at   timestamptz not null,
    status           text        not null
        check (status in ('UPLOADING', 'UPLOADED', 'PROCESSING', 'READY', 'FAILED')),
    failure          text,
    duration_seconds integer     check (duration_seconds > 0),
    constraint video_one_per_upload unique (upload_id),
    constraint video_ready_has_a_length check (status <> 'READY' or duration_seconds is not null),
    constraint video_failed_has_a_reason check ((status = 'FAILED') = (failure is not null))
);
create index video_of_course on video (course_id);

-- Copies of what course tells; the sequence decides which is newer.

create table copy_membership (
    course_id uuid   primary key,
    sequence  bigint not null
);

create table copy_course_member (
    course_id uuid not null,
    user_id   uuid not null,
    primary key (course_id, user_id)
);
