-- What an act is worth, and since when. A change of mind is a new version.
create table point_rule (
    code     text        not null
        check (code in ('LESSON_COMPLETED', 'QUIZ_PASSED_FIRST_TIME', 'COURSE_COMPLETED', 'REVIEW_POSTED')),
    version  integer     not null check (version > 0),
    points   integer     not null check (points > 0),
    -- The cap every rule has: it gives points once for each of these.
    once_per text        not null check (once_per in ('LESSON', 'QUIZ', 'COURSE')),
    since    timestamptz not null,
    primary key (code, version)
);

insert into point_rule (code, version, points, once_per, since) values
    ('LESSON_COMPLETED',       1,  10, 'LESSON', '2026-01-01T00:00:00Z'),
    ('QUIZ_PASSED_FIRST_TIME', 1,  20, 'QUIZ',   '2026-01-01T00:00:00Z'),
    ('COURSE_COMPLETED',       1, 100, 'COURSE', '2026-01-01T00:00:00Z'),
    ('REVIEW_POSTED',          1,   5, 'COURSE', '2026-01-01T00:00:00Z');

-- The ledger. What one line gave, only a further line takes back.
create table point_entry (
    id              uuid        primary key,
    learner_id      uuid        not null,
    course_id       uuid        not null,
    enrollment_id   uuid,
    rule            text        not null,
    rule_version    integer     not null,
    subject_id      uuid        not null,
    -- How often this was given and taken back before: the cap as an index.
    round           integer     not null check (round >= 0),
    points          integer     not null check (points <> 0),
    source_event_id uuid        not null,
    reverses        uuid        references point_entry,
    week            text        not null,
    happened_at     timestamptz not null,
    foreign key (rule, rule_version) references point_rule,
    check ((points < 0) = (reverses is not null))
);
create unique index point_entry_once_a_source on point_entry (source_event_id, rule)
    where reverses is null;
create unique index point_entry_once_a_subject on point_entry (learner_id, rule, subject_id, round)
    where reverses is null;
create unique index point_entry_reversed_once on point_entry (reverses);
create index point_entry_of_learner on point_entry (learner_id, id);
create index point_entry_of_course on point_entry (learner_id, course_id);
create index point_entry_of_subject on point_entry (learner_id, rule, subject_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name;
end
$$;
create trigger point_entry_stays before update or delete on point_entry
    for each row execute function refuse_change();
create trigger point_entry_stays_whole before truncate on point_entry
    for each statement execute function refuse_change();
create trigger point_rule_stays before update or delete on point_rule
    for each row execute function refuse_change();

-- Sums of the ledger, by which the boards are ordered. `shown` is the learner's choice, repeated
-- here for the index.
create table points_balance (
    scope      text    not null,
    period     text    not null,
    learner_id uuid    not null,
    points     bigint  not null,
    shown      boolean not null,
    revision   bigint  not null,
    primary key (scope, period, learner_id)
);
create index points_balance_board on points_balance (scope, period, points desc, learner_id desc)
    where shown and points > 0;
create index points_balance_of_learner on points_balance (learner_id, period);

create table account (
    learner_id        uuid    primary key,
    version           bigint  not null,
    pseudonym         text    not null,
    visibility        text    not null check (visibility in ('NAME', 'PSEUDONYM', 'HIDDEN')),
    time_zone         text,
    best_quiz_percent integer not null check (best_quiz_percent between 0 and 100),
    longest_streak    integer not null check (longest_streak >= 0)
);

create table badge (
    learner_id uuid        not null references account,
    code       text        not null check (code in ('FIRST_COURSE', 'STREAK_7', 'PERFECT_QUIZ')),
    earned_at  timestamptz not null,
    primary key (learner_id, code)
);

create table streak_run (
    learner_id uuid not null references account,
    first_day  date not null,
    last_day   date not null check (last_day >= first_day),
    primary key (learner_id, first_day)
);

-- When somebody learned whose time zone is not known yet.
create table unplaced_activity (
    learner_id  uuid        not null references account,
    happened_at timestamptz not null,
    primary key (learner_id, happened_at)
);

-- Facts of these may still be on their way.
create table revoked_enrollment (
    enrollment_id uuid primary key
);

-- Copies of what enrollment and course tell.
create table copy_learner_access (
    enrollment_id  uuid   primary key,
    learner_id     uuid   not null,
    course_id      uuid   not null,
    status         text   not null check (status in ('ACTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED')),
    sequence       bigint not null,
    course_version integer,
    expires_at     timestamptz,
    terms_sequence bigint not null
);
create index copy_learner_access_of_learner on copy_learner_access (learner_id, course_id);

create table copy_membership (
    course_id uuid   primary key,
    sequence  bigint not null
);

create table copy_course_member (
    course_id uuid not null,
    user_id   uuid not null,
    primary key (course_id, user_id)
);

create table copy_published_course (
    course_id uuid primary key
);
