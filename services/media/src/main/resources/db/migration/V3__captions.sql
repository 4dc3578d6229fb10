-- Which captions videos have; the text itself is in the object store.
create table caption (
    video_id uuid not null references video on delete cascade,
    language text not null,
    source   text not null check (source in ('UPLOADED', 'ENGINE')),
    primary key (video_id, language)
);
