-- In which languages videos have captions, as media tells; what was told before is asked for again.
create table copy_captions (
    video_id  uuid   primary key,
    course_id uuid   not null,
    languages text[] not null,
    sequence  bigint not null
);
create index copy_captions_of_course on copy_captions (course_id);
delete from resync_asked where producer = 'media';

-- The videos of the version that is listed.
alter table catalog_entry add column video_ids uuid[] not null default '{}';
update catalog_entry e
set video_ids = array(
    select (lesson ->> 'refId')::uuid
    from published_version v,
         jsonb_array_elements(v.document -> 'sections') section,
         jsonb_array_elements(section -> 'lessons') lesson
    where v.course_id = e.course_id and v.version = e.version and lesson ->> 'kind' = 'VIDEO');
