-- A client somebody made for a program of their own. Its secret is kept as a digest alone.
create table api_key (
    id            uuid        primary key,
    account_id    uuid        not null references account (id) on delete cascade,
    name          text        not null,
    secret_digest text        not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    version       bigint      not null
);
create index api_key_of_account on api_key (account_id, id);
create index api_key_expires on api_key (expires_at);

create table api_key_scope (
    api_key_id uuid not null references api_key (id) on delete cascade,
    role       text not null,
    primary key (api_key_id, role)
);
