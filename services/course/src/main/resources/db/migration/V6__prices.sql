-- What courses cost, as payment tells. Courses published before prices were told are free.
create table copy_price (
    course_id uuid   primary key,
    amount    bigint not null check (amount >= 0),
    currency  text   not null,
    sequence  bigint not null
);
insert into copy_price (course_id, amount, currency, sequence)
select course_id, price_amount, price_currency, 0 from catalog_entry;
alter table catalog_entry
    alter column price_amount drop default,
    alter column price_currency drop default;
