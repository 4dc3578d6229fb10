-- The names shown here, as user told them; null until it has.
create table shown_name (
    user_id uuid primary key,
    name    text
);
