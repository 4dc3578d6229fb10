-- A copy of what auth tells; the sequence decides which is newer. Apart from the profile, which may
-- be made later than the first of it is heard.
create table second_factor (
    user_id  uuid    primary key,
    enabled  boolean not null,
    sequence bigint  not null
);
