-- How often it was tried to make a video playable.
alter table video add column tries integer not null default 0;

-- Where in the store captions are, below the folder of their video.
alter table caption add column file text;
update caption set file = language || '.' || lower(source) || '.vtt';
alter table caption alter column file set not null;
