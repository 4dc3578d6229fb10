-- The video a course is promoted with.
alter table course add column promo_video_id uuid;
