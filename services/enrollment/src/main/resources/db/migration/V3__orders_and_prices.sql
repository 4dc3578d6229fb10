-- What courses cost, as payment tells. It was told with the published version before.
create table copy_price (
    course_id uuid   primary key,
    amount    bigint not null check (amount >= 0),
    sequence  bigint not null
);
insert into copy_price (course_id, amount, sequence)
select course_id, price_amount, 0 from copy_course;
alter table copy_course drop column price_amount;

-- Paid orders that got no seat, with the answer that was given.
create table refused_order (
    order_id   uuid   primary key,
    version    bigint not null,
    learner_id uuid   not null,
    run_id     uuid   not null references run,
    reason     text   not null
);
