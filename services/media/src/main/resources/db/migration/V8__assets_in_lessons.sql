-- Copy of what course tells: which lessons of a version show which images and files.
create table copy_course_asset (
    course_id      uuid    not null,
    course_version integer not null,
    asset_id       uuid    not null,
    lesson_id      uuid    not null,
    preview        boolean not null,
    primary key (course_id, course_version, asset_id, lesson_id),
    foreign key (course_id, course_version) references copy_course_version
);
delete from resync_asked where producer = 'course';
