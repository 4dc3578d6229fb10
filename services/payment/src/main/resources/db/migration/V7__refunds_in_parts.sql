-- How much of what was paid has gone back, and how much is on its way: nothing, or one refund.
alter table orders add column refunded_amount bigint;
alter table orders add column returning_amount bigint;
update orders set refunded_amount = 0 where captured_amount is not null;
update orders set refunded_amount = refund.amount
from refund where refund.order_id = orders.id and refund.status = 'SETTLED';
update orders set returning_amount = refund.amount
from refund where refund.order_id = orders.id
  and refund.status in ('REQUESTED', 'ACCESS_SUSPENDED', 'SENT');
alter table orders drop column refund_settled;
alter table orders
    add constraint order_paid_whole check (
        (captured_amount is null) = (paid_at is null)
        and (captured_amount is null) = (refunded_amount is null)
        and (captured_amount is not null or returning_amount is null)),
    -- Says once more what the lock on the order holds.
    add constraint order_not_over_captured check (
        refunded_amount >= 0 and returning_amount >= 0
        and refunded_amount + coalesce(returning_amount, 0) <= captured_amount);
alter table orders drop constraint orders_status_check;
alter table orders add constraint orders_status_check check (
    status in ('PENDING', 'PAID', 'FULFILLED', 'EXPIRED', 'CANCELLED', 'REFUND_PENDING', 'REFUNDED',
               'PARTIALLY_REFUNDED', 'UNDER_REVIEW'));

-- A part is granted, and nobody is asked; refunds follow each other.
alter table refund add column partial boolean not null default false;
alter table refund alter column partial drop default;
alter table refund drop constraint refund_status_check;
alter table refund add constraint refund_status_check check (
    status in ('REQUESTED', 'ACCESS_SUSPENDED', 'GRANTED', 'SENT', 'SETTLED', 'REFUSED', 'FAILED'));
drop index refund_one_in_force;
create unique index refund_one_on_its_way on refund (order_id)
    where status not in ('SETTLED', 'REFUSED', 'FAILED');
