-- The video the version on offer is promoted with, which anybody may watch.
alter table copy_course add column promo_video_id uuid;
