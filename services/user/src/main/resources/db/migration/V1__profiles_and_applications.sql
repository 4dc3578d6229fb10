-- Profiles

create table profile (
    user_id      uuid        primary key,
    version      bigint      not null,
    display_name text        not null,
    email        text        not null,
    locale       text        not null,
    time_zone    text        not null,
    created_at   timestamptz not null
);
comment on column profile.display_name is 'personal data';
comment on column profile.email is 'personal data';

-- Instructor applications

create table instructor_application (
    id           uuid        primary key,
    version      bigint      not null,
    applicant_id uuid        not null,
    headline     text        not null,
    biography    text        not null,
    sample_url   text,
    status       text        not null check (status in ('PENDING', 'APPROVED', 'REJECTED')),
    note         text,
    submitted_at timestamptz not null,
    decided_at   timestamptz,
    decided_by   uuid,
    check ((status = 'PENDING') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
comment on column instructor_application.headline is 'personal data';
comment on column instructor_application.biography is 'personal data';
comment on column instructor_application.sample_url is 'personal data';

-- Whoever waits or was approved does not apply again, however many requests race.
create unique index instructor_application_one_in_force
    on instructor_application (applicant_id) where status in ('PENDING', 'APPROVED');
create index instructor_application_of_applicant on instructor_application (applicant_id, id);
create index instructor_application_by_status on instructor_application (status, id);

create table application_audit (
    id             uuid        primary key,
    application_id uuid        not null references instructor_application,
    action         text        not null,
    actor_id       uuid        not null,
    at             timestamptz not null,
    note           text
);
create index application_audit_of_application on application_audit (application_id, id);

-- What was decided stays on record whatever the code above it does.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger application_audit_append_only
    before update or delete or truncate on application_audit
    for each statement execute function refuse_change();
