-- Until when a seat is kept: longer for those who waited for it.
alter table orders add column hold_expires_at timestamptz;
update orders set hold_expires_at = created_at + interval '15 minutes';
alter table orders alter column hold_expires_at set not null;
