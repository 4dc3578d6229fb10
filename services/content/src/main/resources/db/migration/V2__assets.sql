-- Copy of what media tells: the images and files that can be shown.
create table copy_asset (
    asset_id  uuid primary key,
    course_id uuid not null,
    kind      text not null
);

-- Which of them the newest revision shows, and as what.
alter table draft add column assets jsonb not null default '[]';
update draft set assets = coalesce(
    (select jsonb_agg(distinct jsonb_build_object(
                'assetId', block ->> 'assetId', 'kind', block ->> 'type'))
     from revision, jsonb_array_elements(blocks) block
     where revision.id = draft.revision_id and block ->> 'type' in ('IMAGE', 'FILE')),
    '[]');
