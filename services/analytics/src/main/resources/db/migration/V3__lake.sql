-- Logged, and not planned into any object of the lake yet.
create table lake_waiting (
    position bigint primary key,
    type     text   not null,
    day      date   not null
);
create index lake_waiting_of_object on lake_waiting (type, day, position);

-- The objects of the lake: planned first, so that writing one again gives the same bytes.
create table lake_object (
    key        text        primary key,
    planned_at timestamptz not null,
    written_at timestamptz,
    sha256     text
);
create index lake_object_unwritten on lake_object (planned_at, key) where written_at is null;

create table lake_entry (
    position bigint primary key,
    key      text   not null references lake_object
);
create index lake_entry_of_object on lake_entry (key, position);

-- Rebuilding writes the same tables here, beside those that are read, and compares.
create schema rebuild;
create table rebuild.fact_step (like fact_step including all);
create table rebuild.fact_lesson (like fact_lesson including all);
create table rebuild.fact_lesson_place (like fact_lesson_place including all);
create table rebuild.fact_watched (like fact_watched including all);
create table rebuild.fact_attempt (like fact_attempt including all);
create table rebuild.fact_money (like fact_money including all);
create table rebuild.lake_object_read (key text primary key);

create table rebuild_run (
    number      bigint      generated always as identity primary key,
    begun_at    timestamptz not null,
    finished_at timestamptz,
    objects     bigint,
    unusable    bigint,
    from_log    bigint,
    differences bigint
);
