-- Pictures of people are of no course.
alter table asset alter column course_id drop not null;
create index asset_portrait_of_person on asset (user_id) where course_id is null;

-- Copy of what user tells: with which of them people are shown.
create table copy_avatar (
    user_id  uuid   primary key,
    asset_id uuid,
    sequence bigint not null
);
comment on column copy_avatar.asset_id is 'personal data';
