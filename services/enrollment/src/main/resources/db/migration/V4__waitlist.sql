create sequence waitlist_number;

create table waitlist_entry (
    id            uuid        primary key,
    version       bigint      not null,
    run_id        uuid        not null references run,
    course_id     uuid        not null,
    learner_id    uuid        not null,
    number        bigint      not null,
    status        text        not null check (status in ('WAITING', 'OFFERED', 'SEATED', 'LAPSED', 'LEFT')),
    joined_at     timestamptz not null,
    order_id      uuid,
    offered_until timestamptz
);
create unique index waitlist_one_in_line on waitlist_entry (run_id, learner_id)
    where status in ('WAITING', 'OFFERED');
create unique index waitlist_next on waitlist_entry (run_id, number) where status = 'WAITING';
create unique index waitlist_of_order on waitlist_entry (order_id) where order_id is not null;
create index waitlist_of_learner on waitlist_entry (learner_id, id desc);
create index waitlist_of_course on waitlist_entry (course_id, run_id) where status = 'WAITING';
