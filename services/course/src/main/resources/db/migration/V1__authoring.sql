-- A slug once given stays with its course for ever, also when the course takes another.

create table course_slug (
    slug      text primary key,
    base      text not null,
    course_id uuid not null
);
create unique index course_slug_of_title on course_slug (course_id, base);
create index course_slug_like on course_slug (base);

create table course (
    id                uuid        primary key,
    version           bigint      not null,
    slug              text        not null unique references course_slug,
    title             text        not null,
    summary           text        not null,
    language          text        not null,
    level             text        not null,
    category          text        not null,
    description       text        not null,
    tags              text[]      not null,
    outcomes          text[]      not null,
    requirements      text[]      not null,
    sequential        boolean     not null,
    outline           jsonb       not null,
    status            text        not null check (status in ('DRAFT', 'SUBMITTED', 'PUBLISHED')),
    published_version integer,
    default_run_id    uuid        not null,
    review            jsonb,
    created_at        timestamptz not null,
    check ((status = 'PUBLISHED') = (published_version is not null))
);
create index course_submitted on course (id) where status = 'SUBMITTED';

create table course_member (
    course_id uuid not null references course,
    user_id   uuid not null,
    role      text not null check (role in ('AUTHOR')),
    primary key (course_id, user_id)
);
create index course_of_member on course_member (user_id, course_id);

create table run (
    id         uuid        primary key,
    version    bigint      not null,
    course_id  uuid        not null references course,
    capacity   integer     check (capacity > 0),
    opens_at   timestamptz,
    closes_at  timestamptz
);
create index run_of_course on run (course_id);

create table published_version (
    course_id    uuid        not null references course,
    version      integer     not null check (version > 0),
    slug         text        not null references course_slug,
    document     jsonb       not null,
    change_note  text,
    published_by uuid        not null,
    published_at timestamptz not null,
    primary key (course_id, version)
);
create index published_version_by_slug on published_version (slug);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a published version never changes';
end
$$;
create trigger published_version_never_changes
    before update or delete on published_version
    for each row execute function refuse_change();

-- Copies of what neighbors tell; the sequence decides which is newer.

create table copy_lesson_body (
    lesson_id   uuid    primary key,
    course_id   uuid    not null,
    revision_id uuid    not null,
    empty       boolean not null,
    sequence    bigint  not null
);
create index copy_lesson_body_of_course on copy_lesson_body (course_id);

create table copy_seats (
    run_id   uuid    primary key,
    capacity integer,
    taken    integer not null,
    held     integer not null,
    sequence bigint  not null
);

create table copy_enrollment (
    enrollment_id  uuid    primary key,
    course_id      uuid    not null,
    learner_id     uuid    not null,
    course_version integer,
    in_force       boolean not null,
    sequence       bigint  not null
);
create index copy_enrollment_in_force on copy_enrollment (course_id, course_version) where in_force;
