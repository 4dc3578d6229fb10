-- Copy of what media tells: whose pictures there are.
create table copy_portrait (
    asset_id uuid primary key,
    user_id  uuid not null
);

alter table profile add column avatar_asset_id uuid;
comment on column profile.avatar_asset_id is 'personal data';

-- For telling again with which picture everybody is shown.
create index profile_with_avatar on profile (user_id) where avatar_asset_id is not null;
