-- `sealed_secret` is sealed with the key from the environment.
create table second_factor (
    account_id    uuid        primary key references account (id) on delete cascade,
    enrolment     uuid        not null,
    sealed_secret text        not null,
    begun_at      timestamptz not null,
    confirmed_at  timestamptz,
    -- The last half minute whose code was taken: no code of it or before is good again.
    last_step     bigint      not null,
    failed_codes  integer     not null,
    locked_until  timestamptz,
    version       bigint      not null
);
create index second_factor_unconfirmed on second_factor (begun_at) where confirmed_at is null;

-- One row a recovery code that was not used yet. Only a keyed hash of it is kept.
create table recovery_code (
    account_id uuid not null references second_factor (account_id) on delete cascade,
    hash       text not null,
    primary key (account_id, hash)
);
