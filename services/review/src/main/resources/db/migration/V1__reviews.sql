create table review (
    id            uuid        primary key,
    version       bigint      not null,
    learner_id    uuid        not null,
    course_id     uuid        not null,
    enrollment_id uuid        not null,
    stars         integer     not null check (stars between 1 and 5),
    text          text        check (length(text) between 1 and 5000),
    posted_at     timestamptz not null,
    edited_at     timestamptz,
    -- Why it does not count, if it does not: both may be so at once, and each may end by itself.
    access_lost   boolean     not null,
    taken_out_at  timestamptz,
    taken_out_for text,
    reply_text    text        check (length(reply_text) between 1 and 5000),
    replied_by    uuid,
    replied_at    timestamptz,
    check ((taken_out_at is null) = (taken_out_for is null)),
    check ((reply_text is null) = (replied_at is null) and (reply_text is null) = (replied_by is null))
);
create unique index review_once on review (learner_id, course_id);
create index review_of_course on review (course_id, id desc)
    where not access_lost and taken_out_at is null;

-- How reviews read before they were edited.
create table review_edition (
    id          uuid        primary key,
    review_id   uuid        not null references review,
    stars       integer     not null check (stars between 1 and 5),
    text        text,
    written_at  timestamptz not null,
    replaced_at timestamptz not null
);
create index review_edition_of_review on review_edition (review_id, id desc);

-- How often each number of stars was given, over the reviews that count.
create table course_rating (
    course_id uuid    primary key,
    ones      integer not null check (ones >= 0),
    twos      integer not null check (twos >= 0),
    threes    integer not null check (threes >= 0),
    fours     integer not null check (fours >= 0),
    fives     integer not null check (fives >= 0)
);

-- Reports nobody has looked at yet are open.
create table review_report (
    id          uuid        primary key,
    review_id   uuid        not null references review,
    reporter_id uuid        not null,
    reason      text        not null check (reason in ('SPAM', 'OFFENSIVE', 'PERSONAL_DATA', 'OFF_TOPIC', 'OTHER')),
    note        text,
    reported_at timestamptz not null,
    open        boolean     not null
);
create unique index review_report_once on review_report (review_id, reporter_id);
create index review_report_open on review_report (review_id desc) where open;

-- The names shown here, as user told them; null until it has.
create table shown_name (
    user_id uuid primary key,
    name    text
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

create table copy_progress (
    enrollment_id uuid    primary key,
    percent       integer not null check (percent between 0 and 100),
    sequence      bigint  not null
);

create table copy_membership (
    course_id uuid   primary key,
    sequence  bigint not null
);

create table copy_course_member (
    course_id uuid not null,
    user_id   uuid not null,
    primary key (course_id, user_id)
);
