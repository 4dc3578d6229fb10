-- Everything that happened, once for its id. The position orders the log; holes are possible, the
-- order of commits is not promised.
create table event_log (
    position    bigint      generated always as identity,
    id          uuid        primary key,
    type        text        not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    data        text        not null,
    constraint event_log_position unique (position)
);

create function event_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the event log is only appended to';
end $$;
create trigger event_log_append_only before update or delete on event_log
    for each row execute function event_log_is_append_only();
create trigger event_log_not_emptied before truncate on event_log
    for each statement execute function event_log_is_append_only();

-- Whom the log, the lake and the projections call what. The only place that knows; a row that is
-- deleted makes its person unknown everywhere.
create table pseudonym (
    person_id uuid primary key,
    pseudonym uuid not null,
    constraint pseudonym_once unique (pseudonym)
);
comment on column pseudonym.person_id is 'personal data';

-- Facts: each once for what it is about, whichever event told it and in whatever order.
create table fact_step (
    course_id uuid        not null,
    step      text        not null check (step in
                  ('VIEWED', 'ORDERED', 'ENROLLED', 'STARTED', 'HALFWAY', 'COMPLETED')),
    person    uuid        not null,
    at        timestamptz not null,
    primary key (course_id, step, person)
);
create index fact_step_by_time on fact_step (course_id, at);

create table fact_lesson (
    course_id    uuid        not null,
    lesson_id    uuid        not null,
    person       uuid        not null,
    opened_at    timestamptz not null,
    completed_at timestamptz,
    primary key (course_id, lesson_id, person)
);
create index fact_lesson_by_time on fact_lesson (course_id, opened_at);

create table fact_lesson_place (
    course_id uuid    not null,
    lesson_id uuid    not null,
    version   integer not null,
    place     integer not null,
    primary key (course_id, lesson_id)
);

create table fact_watched (
    event_id     uuid        primary key,
    course_id    uuid        not null,
    video_id     uuid        not null,
    person       uuid        not null,
    from_seconds integer     not null,
    to_seconds   integer     not null check (to_seconds > from_seconds),
    at           timestamptz not null
);
create index fact_watched_by_time on fact_watched (course_id, at);

create table fact_attempt (
    attempt_id    uuid        primary key,
    course_id     uuid        not null,
    quiz_id       uuid        not null,
    person        uuid        not null,
    score_percent integer     not null,
    passed        boolean     not null,
    at            timestamptz not null
);
create index fact_attempt_by_time on fact_attempt (course_id, at);

-- The id is the order's or the refund's: an order that is told again is the same money.
create table fact_money (
    kind      text        not null check (kind in ('ORDER', 'REFUND')),
    id        uuid        not null,
    course_id uuid        not null,
    currency  text        not null,
    amount    bigint      not null,
    at        timestamptz not null,
    primary key (kind, id)
);
create index fact_money_by_time on fact_money (course_id, currency, at);

-- Copies of what course tells.
create table copy_membership (
    course_id uuid   primary key,
    sequence  bigint not null
);

create table copy_course_member (
    course_id uuid not null,
    user_id   uuid not null,
    primary key (course_id, user_id)
);
comment on column copy_course_member.user_id is 'personal data';
