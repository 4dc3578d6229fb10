-- The version newcomers get; an earlier one than the newest after a rollback.
alter table course add column offered_version integer;
update course set offered_version = published_version;
alter table course add constraint course_offers_what_it_has
    check (offered_version between 1 and published_version
           or (offered_version is null and published_version is null));
