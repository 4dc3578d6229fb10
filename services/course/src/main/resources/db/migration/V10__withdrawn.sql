-- Since when a published course is offered to nobody, and why.
alter table course
    add column withdrawn_at      timestamptz,
    add column withdrawn_because text,
    add constraint course_withdrawn_with_a_reason
        check ((withdrawn_at is null) = (withdrawn_because is null)
               and (withdrawn_at is null or published_version is not null));
