-- How courses are rated, as review tells. The catalogue shows it.
create table copy_rating (
    course_id uuid          primary key,
    average   numeric(3, 2) check (average between 1 and 5),
    count     integer       not null check (count >= 0),
    sequence  bigint        not null,
    check ((average is null) = (count = 0))
);
