create table coupon (
    id                   uuid        primary key,
    version              bigint      not null,
    code                 text        not null,
    course_id            uuid        not null,
    percent_off          integer     check (percent_off between 1 and 100),
    amount_off           bigint      check (amount_off > 0),
    currency             text        check (currency ~ '^[A-Z]{3}$'),
    max_uses             integer     check (max_uses > 0),
    max_uses_per_learner integer     check (max_uses_per_learner > 0),
    starts_at            timestamptz,
    ends_at              timestamptz,
    uses                 integer     not null check (uses >= 0),
    constraint coupon_one_per_code unique (code),
    constraint coupon_one_rebate check ((percent_off is null) <> (amount_off is null)),
    constraint coupon_amount_has_a_currency check ((amount_off is null) = (currency is null)),
    -- Says once more what the lock on the coupon holds.
    constraint coupon_not_used_up check (uses <= max_uses)
);
create index coupon_of_course on coupon (course_id, id desc);

-- Which order uses which coupon; those that came to nothing gave theirs back.
create table coupon_use (
    order_id   uuid    primary key,
    coupon_id  uuid    not null references coupon,
    learner_id uuid    not null,
    given_back boolean not null default false
);
create index coupon_use_of_learner on coupon_use (coupon_id, learner_id) where not given_back;

-- What is to be paid may be less than the price, down to nothing.
alter table orders add column list_amount bigint;
update orders set list_amount = amount;
alter table orders alter column list_amount set not null;
alter table orders add column coupon_code text;
alter table orders drop constraint orders_amount_check;
alter table orders add constraint orders_amount_check check (amount between 0 and list_amount);
alter table refund drop constraint refund_amount_check;
alter table refund add constraint refund_amount_check check (amount >= 0);

-- The address of a course; what was told before is asked for again.
alter table copy_course add column slug text;
delete from resync_asked where producer = 'course';
