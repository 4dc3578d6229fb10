create table course_price (
    course_id uuid    primary key,
    version   bigint  not null,
    revision  integer not null check (revision > 0),
    amount    bigint  not null check (amount >= 0),
    currency  text    not null check (currency ~ '^[A-Z]{3}$')
);

-- Copies of what course tells; the sequence decides which is newer.

create table copy_membership (
    course_id uuid   primary key,
    sequence  bigint not null
);

create table copy_course_member (
    course_id uuid not null,
    user_id   uuid not null,
    primary key (course_id, user_id)
);
