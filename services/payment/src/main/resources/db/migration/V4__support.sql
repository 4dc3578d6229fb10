-- What was paid, which may differ from what was asked for: then it is in the ledger alone so far.
alter table orders
    add column captured_amount   bigint check (captured_amount >= 0),
    add column captured_currency text check (captured_currency ~ '^[A-Z]{3}$'),
    add constraint order_captured_whole
        check ((captured_amount is null) = (captured_currency is null));
update orders set captured_amount = amount, captured_currency = currency where paid_at is not null;
update orders set captured_amount = line.debit, captured_currency = line.currency
from ledger_line line
where line.order_id = orders.id and line.kind = 'CAPTURE_UNAPPLIED'
  and line.account = 'PROVIDER_CLEARING';

-- Refunds that support grants: whether against the rule, and who did.
alter table refund add column overriding boolean not null default false;
alter table refund alter column overriding drop default;
alter table refund add column granted_by uuid;
