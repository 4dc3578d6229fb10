create sequence order_number;

create table orders (
    id                  uuid        primary key,
    version             bigint      not null,
    number              text        not null unique,
    learner_id          uuid        not null,
    item_id             uuid        not null,
    course_id           uuid        not null,
    run_id              uuid        not null,
    title               text        not null,
    amount              bigint      not null check (amount > 0),
    currency            text        not null check (currency ~ '^[A-Z]{3}$'),
    tax_name            text        not null,
    tax_country         text        not null,
    tax_basis_points    integer     not null,
    share_percent       integer     not null,
    status              text        not null check (status in ('PENDING', 'PAID', 'FULFILLED', 'EXPIRED',
                                        'CANCELLED', 'REFUND_PENDING', 'REFUNDED', 'UNDER_REVIEW')),
    created_at          timestamptz not null,
    seat_held           boolean     not null,
    refused_because     text,
    return_path         text,
    checkout_started_at timestamptz,
    checkout_id         text,
    checkout_url        text,
    payment_id          text,
    paid_at             timestamptz,
    enrollment_id       uuid,
    access_ended        boolean     not null,
    refund_settled      boolean     not null,
    traceparent         text
);
create unique index order_one_open on orders (learner_id, run_id) where status = 'PENDING';
create index order_of_learner on orders (learner_id, id desc);
create index order_awaiting_money on orders (id) where status = 'PENDING' and checkout_started_at is not null;
create index order_awaiting_grant on orders (id) where status = 'PAID';

create table refund (
    id               uuid        primary key,
    version          bigint      not null,
    order_id         uuid        not null references orders,
    learner_id       uuid        not null,
    course_id        uuid        not null,
    reason           text        not null check (reason in ('NOT_AS_DESCRIBED', 'CHANGED_MIND', 'TECHNICAL',
                                     'OTHER', 'NOT_FULFILLED')),
    note             text,
    amount           bigint      not null check (amount > 0),
    currency         text        not null,
    status           text        not null check (status in ('REQUESTED', 'ACCESS_SUSPENDED', 'SENT', 'SETTLED',
                                     'REFUSED', 'FAILED')),
    rejected_because text,
    provider_id      text,
    requested_at     timestamptz not null,
    settled_at       timestamptz
);
create index refund_of_order on refund (order_id, id);
-- The money of an order goes back once.
create unique index refund_one_in_force on refund (order_id) where status not in ('REFUSED', 'FAILED');

-- What the provider has told, each event once.
create table provider_event (
    id          text        primary key,
    type        text        not null,
    order_id    uuid,
    received_at timestamptz not null
);
create index provider_event_by_age on provider_event (received_at);

-- The ledger. Lines are added, never changed; those of one movement balance.
create table ledger_line (
    kind      text        not null,
    reference uuid        not null,
    account   text        not null,
    order_id  uuid        not null references orders,
    currency  text        not null,
    debit     bigint      not null check (debit >= 0),
    credit    bigint      not null check (credit >= 0),
    at        timestamptz not null,
    constraint ledger_line_once primary key (kind, reference, account),
    constraint ledger_line_one_side check (debit = 0 or credit = 0)
);
create index ledger_line_of_order on ledger_line (order_id);
create index ledger_line_by_account on ledger_line (currency, account) include (debit, credit);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;
create trigger ledger_line_unchanged before update or delete on ledger_line
    for each row execute function ledger_is_append_only();

create function ledger_balances() returns trigger language plpgsql as $$
begin
    if (select sum(debit) <> sum(credit) or count(distinct currency) <> 1 from ledger_line
        where kind = new.kind and reference = new.reference) then
        raise exception 'debits and credits of % % differ', new.kind, new.reference;
    end if;
    return null;
end $$;
create constraint trigger ledger_line_balanced after insert on ledger_line
    deferrable initially deferred for each row execute function ledger_balances();

-- Copies of what course tells; the sequence decides which is newer.

create table copy_course (
    course_id uuid   primary key,
    title     text   not null,
    sequence  bigint not null
);

create table copy_run (
    run_id    uuid   primary key,
    course_id uuid   not null,
    sequence  bigint not null
);
