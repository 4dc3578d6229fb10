-- Whether there are renditions besides the file itself: not where there was no ffmpeg.
alter table video add column rendered boolean not null default false;
update video set rendered = status = 'READY';
