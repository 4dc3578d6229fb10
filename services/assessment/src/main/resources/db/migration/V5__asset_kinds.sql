-- As every copy of what media tells; what was told before is told again with its kind.
alter table copy_asset add column kind text not null default 'FILE';
alter table copy_asset alter column kind drop default;
delete from resync_asked where producer = 'media';
