-- Browsing without words counts and sorts every entry: this index holds all that takes.

drop index catalog_entry_newest;
create index catalog_entry_browse on catalog_entry (published_at desc, course_id desc)
    include (category, level, language, captions, price_amount, price_currency, rating_average, rating_count);

-- Each word once, so that looking for the ones that resemble a misspelled word takes as long as the
-- language has words, and not as long as there are courses. A word no course uses any more may stay.

alter table catalog_word rename to catalog_word_use;
alter index catalog_word_pkey rename to catalog_word_use_pkey;
alter index catalog_word_of_course rename to catalog_word_use_of_course;
drop index catalog_word_similar;

create table catalog_word (
    word text primary key
);
insert into catalog_word select distinct word from catalog_word_use;
create index catalog_word_similar on catalog_word using gin (word gin_trgm_ops);
alter table catalog_word_use add foreign key (word) references catalog_word;
