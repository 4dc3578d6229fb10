-- What is counted by hour and by day. A mark says that a window is open: until it is counted again,
-- its numbers are read from what lies below. Marks are only ever added beside each other, so that
-- nobody who writes a fact waits for anybody else.
create table rollup_due (
    position  bigint      generated always as identity primary key,
    grain     text        not null check (grain in ('HOUR', 'DAY')),
    course_id uuid        not null,
    starts_at timestamptz not null
);
create index rollup_due_of_course on rollup_due (course_id, starts_at);
create index rollup_due_in_order on rollup_due (grain, position);

create table rollup_hour (
    course_id uuid        not null,
    starts_at timestamptz not null,
    metric    text        not null,
    currency  text        not null,
    number    bigint      not null,
    amount    bigint      not null,
    primary key (course_id, starts_at, metric, currency)
);

create table rollup_day (
    course_id uuid        not null,
    starts_at timestamptz not null,
    metric    text        not null,
    currency  text        not null,
    number    bigint      not null,
    amount    bigint      not null,
    primary key (course_id, starts_at, metric, currency)
);

-- The windows one run counts; empty outside its transaction.
create table rollup_taken (
    course_id uuid        not null,
    starts_at timestamptz not null,
    primary key (course_id, starts_at)
);

create function rollup_open_window() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        insert into rollup_due (grain, course_id, starts_at)
        values ('HOUR', new.course_id, date_trunc('hour', new.at, 'UTC'));
    end if;
    if tg_op <> 'INSERT' then
        insert into rollup_due (grain, course_id, starts_at)
        values ('HOUR', old.course_id, date_trunc('hour', old.at, 'UTC'));
    end if;
    return null;
end $$;

create trigger fact_step_opens_window after insert or delete on fact_step
    for each row execute function rollup_open_window();
create trigger fact_step_moves_window after update on fact_step
    for each row when (old.* is distinct from new.*) execute function rollup_open_window();
create trigger fact_money_opens_window after insert or delete on fact_money
    for each row execute function rollup_open_window();
create trigger fact_money_moves_window after update on fact_money
    for each row when (old.* is distinct from new.*) execute function rollup_open_window();
