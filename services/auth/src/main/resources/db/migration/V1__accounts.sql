create table account (
    id                uuid        primary key,
    email             text        not null,
    password_hash     text        not null,
    email_verified_at timestamptz,
    failed_sign_ins   integer     not null,
    locked_until      timestamptz,
    registered_at     timestamptz not null,
    version           bigint      not null,
    constraint account_email_is_lower_case check (email = lower(email))
);
create unique index account_email on account (email);

create table account_role (
    account_id uuid not null references account (id) on delete cascade,
    role       text not null,
    primary key (account_id, role)
);
create index account_role_role on account_role (role);

create table account_consent (
    account_id       uuid        not null references account (id) on delete cascade,
    document         text        not null,
    document_version text        not null,
    given_at         timestamptz not null,
    primary key (account_id, document, document_version)
);

-- One row a mailed link that was not used yet. Only a hash of its secret is kept.
create table secret_link (
    hash       bytea       primary key,
    account_id uuid        not null references account (id) on delete cascade,
    purpose    text        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null
);
create index secret_link_account on secret_link (account_id, purpose, issued_at);
create index secret_link_expires on secret_link (expires_at);

create table sign_in (
    id           uuid        primary key,
    account_id   uuid        not null references account (id) on delete cascade,
    http_session text        not null,
    device       text        not null,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    version      bigint      not null
);
create index sign_in_account on sign_in (account_id);
create index sign_in_last_seen on sign_in (last_seen_at);

-- `jwk` is sealed with the key from the environment.
create table signing_key (
    kid         text        primary key,
    jwk         text        not null,
    active_from timestamptz not null,
    expires_at  timestamptz
);
