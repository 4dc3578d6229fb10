-- What somebody was told in the inbox. Texts are made when it is read, in the reader's language.
create table notification (
    id           uuid        primary key,
    recipient_id uuid        not null,
    kind         text        not null,
    occasion     text        not null,
    thing_id     uuid        not null,
    course_id    uuid,
    amount       bigint,
    currency     text,
    detail       text,
    at           timestamptz not null,
    read_at      timestamptz,
    constraint notification_once unique (recipient_id, kind, occasion)
);
create index notification_of_recipient on notification (recipient_id, id);
create index notification_unread on notification (recipient_id, id) where read_at is null;
create index notification_at on notification (at);

-- What somebody is told by mail. Who they are is asked when it is sent, and not kept.
create table mail (
    id           uuid        primary key,
    recipient_id uuid        not null,
    kind         text        not null,
    occasion     text        not null,
    thing_id     uuid        not null,
    course_id    uuid,
    amount       bigint,
    currency     text,
    detail       text,
    at           timestamptz not null,
    status       text        not null
        check (status in ('QUEUED', 'SENT', 'UNWANTED', 'UNDELIVERABLE', 'GIVEN_UP')),
    settled_at   timestamptz,
    constraint mail_once unique (recipient_id, kind, occasion)
);
create index mail_settled on mail (settled_at) where settled_at is not null;

-- Only what somebody decided; everything else is on.
create table preference (
    user_id uuid    not null,
    kind    text    not null,
    channel text    not null check (channel in ('IN_APP', 'EMAIL')),
    enabled boolean not null,
    primary key (user_id, kind, channel)
);

-- How far the signals of somebody have come. Its row is locked by who adds one, so that numbers
-- appear in their order and a reader that has one has all before it.
create table signal_head (
    user_id uuid   primary key,
    number  bigint not null
);

create table signal (
    user_id uuid        not null,
    number  bigint      not null,
    name    text        not null,
    data    text        not null,
    at      timestamptz not null,
    primary key (user_id, number)
);
create index signal_at on signal (at);

-- Copies of what course tells: titles as last published, and who may edit.
create table copy_course_title (
    course_id uuid    primary key,
    version   integer not null,
    title     text    not null
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
