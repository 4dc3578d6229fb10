-- The places of the published status lists. A place is chosen by chance and never given out twice,
-- so that a list says nothing of who stands beside whom.
create table status_place (
    list  integer not null check (list > 0),
    place integer not null check (place between 0 and 131071),
    primary key (list, place)
);

alter table certificate
    add column status_list       integer,
    add column status_place      integer,
    add column salt              text,
    add column expires_at        timestamptz,
    add column revoked_at        timestamptz,
    add column revoked_by        uuid,
    add column revocation_reason text;

-- Those that exist get theirs now: 40503 is odd, so that two numbers never meet at one place.
with numbered as (
    select id, row_number() over (order by random()) - 1 as number from certificate
)
update certificate
set status_list = 1 + number / 65536,
    status_place = (number * 40503 + 77) % 131072,
    salt = replace(gen_random_uuid()::text, '-', '')
from numbered where numbered.id = certificate.id;
insert into status_place (list, place) select status_list, status_place from certificate;

update certificate set revoked_at = issued_at where status = 'REVOKED';

alter table certificate
    alter column status_list set not null,
    alter column status_place set not null,
    alter column salt set not null,
    add constraint certificate_place_once unique (status_list, status_place),
    add foreign key (status_list, status_place) references status_place (list, place),
    add constraint certificate_of_enrollment unique (enrollment_id),
    add constraint certificate_revoked_once check ((status = 'REVOKED') = (revoked_at is not null)),
    drop constraint certificate_once;
comment on column certificate.revocation_reason is 'may be personal data';

-- Whoever bought the course again after a refund may earn it again; what was revoked stays revoked.
create unique index certificate_once on certificate (learner_id, course_id) where status = 'ISSUED';

-- What a status list is made of.
create index certificate_revoked on certificate (status_list, status_place) where status = 'REVOKED';

-- Enrollments whose money went back: whatever they completed counts no more, however late it is told.
create table withdrawn_enrollment (
    enrollment_id uuid        primary key,
    withdrawn_at  timestamptz not null
);
create index completion_of_enrollment on completion (enrollment_id);
