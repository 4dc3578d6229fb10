-- Tables every service has beside its own. They have a history of their own (flyway_common_history),
-- so they can grow without touching any service's numbering.

create sequence outbox_sequence;

create table outbox (
    sequence        bigint      primary key,
    id              uuid        not null unique,
    subject         uuid        not null,
    type            text        not null,
    routing_key     text        not null,
    payload         text        not null,
    traceparent     text,
    created_at      timestamptz not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_error      text,
    sent_at         timestamptz
);
create index outbox_unsent on outbox (sequence) where sent_at is null;
create index outbox_unsent_of_subject on outbox (subject, sequence) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

create table outbox_lease (
    name  text        primary key,
    owner uuid        not null,
    epoch bigint      not null,
    until timestamptz not null
);
insert into outbox_lease values ('relay', '00000000-0000-0000-0000-000000000000', 0, now());

create table inbox (
    consumer   text        not null,
    event_id   uuid        not null,
    handled_at timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_handled on inbox (handled_at);

create table resync_asked (
    producer text        primary key,
    asked_at timestamptz not null
);

create table idempotency_key (
    caller      text        not null,
    operation   text        not null,
    key         text        not null,
    fingerprint text        not null,
    resource_id uuid,
    created_at  timestamptz not null,
    primary key (caller, operation, key)
);
create index idempotency_key_created on idempotency_key (created_at);

create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
