-- Both extensions are trusted: the owner of the database may create them.
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- How text is compared everywhere in the catalog: small letters without accents. Dictionaries do
-- not change under a running database, so these may call themselves immutable and be indexed.

create function catalog_text(text) returns text
    language sql immutable strict parallel safe
    return public.unaccent('public.unaccent', lower($1));

create function catalog_config(language text) returns regconfig
    language sql immutable strict parallel safe
    return (case split_part(language, '-', 1)
        when 'ar' then 'arabic'
        when 'da' then 'danish'
        when 'de' then 'german'
        when 'el' then 'greek'
        when 'en' then 'english'
        when 'es' then 'spanish'
        when 'fi' then 'finnish'
        when 'fr' then 'french'
        when 'hi' then 'hindi'
        when 'hu' then 'hungarian'
        when 'id' then 'indonesian'
        when 'it' then 'italian'
        when 'lt' then 'lithuanian'
        when 'nl' then 'dutch'
        when 'no' then 'norwegian'
        when 'pt' then 'portuguese'
        when 'ro' then 'romanian'
        when 'ru' then 'russian'
        when 'sr' then 'serbian'
        when 'sv' then 'swedish'
        when 'tr' then 'turkish'
        else 'simple'
    end)::regconfig;

create function catalog_vector(
    language text, title text, tags text[], instructor text, summary text, description text
) returns tsvector
    language sql immutable parallel safe
    return setweight(to_tsvector(catalog_config(language), catalog_text(title)), 'A')
        || setweight(to_tsvector(catalog_config(language), catalog_text(array_to_string(tags, ' '))), 'B')
        || setweight(to_tsvector('simple', catalog_text(coalesce(instructor, ''))), 'B')
        || setweight(to_tsvector(catalog_config(language), catalog_text(summary)), 'C')
        || setweight(to_tsvector(catalog_config(language), catalog_text(description)), 'D');

-- Nobody says in which language they search, so a query is meant in each that courses have.

create function catalog_query(language text, q text) returns tsquery
    language sql immutable strict parallel safe
    return plainto_tsquery(catalog_config(language), catalog_text(q));

create table catalog_entry (
    course_id        uuid        primary key,
    version          integer     not null,
    slug             text        not null unique,
    title            text        not null,
    summary          text        not null,
    description      text        not null,
    language         text        not null,
    level            text        not null,
    category         text        not null,
    tags             text[]      not null,
    captions         text[]      not null default '{}',
    instructor_id    uuid        not null,
    instructor_name  text,
    price_amount     bigint      not null default 0 check (price_amount >= 0),
    price_currency   text        not null default 'EUR',
    rating_average   numeric(3, 2),
    rating_count     integer     not null default 0,
    duration_seconds integer     not null,
    published_at     timestamptz not null,
    title_key        text        not null generated always as (catalog_text(title)) stored,
    search           tsvector    not null generated always as
        (catalog_vector(language, title, tags, instructor_name, summary, description)) stored
);
create index catalog_entry_search on catalog_entry using gin (search);
create index catalog_entry_title_key on catalog_entry using gin (title_key gin_trgm_ops);
create index catalog_entry_newest on catalog_entry (published_at desc, course_id desc);
create index catalog_entry_of_instructor on catalog_entry (instructor_id);
create index catalog_entry_language on catalog_entry (language);

-- The words a misspelled one may have meant.

create table catalog_word (
    word      text not null,
    course_id uuid not null references catalog_entry on delete cascade,
    primary key (word, course_id)
);
create index catalog_word_of_course on catalog_word (course_id);
create index catalog_word_similar on catalog_word using gin (word gin_trgm_ops);
