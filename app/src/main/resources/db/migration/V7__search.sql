-- Trusted since PostgreSQL 13: the schema's owner may create it without being a superuser, on RDS too.
create extension if not exists pg_trgm;

create function texts_at(content jsonb, path jsonpath) returns text immutable strict parallel safe
    return (select coalesce(string_agg(item #>> '{}', e'\n' order by place), '')
              from jsonb_path_query(content, path) with ordinality as found (item, place));

comment on function texts_at is 'The texts that a path leads to, one a line.';

create function names_of(content jsonb) returns text immutable strict parallel safe
    return e'\n' || lower((content ->> 'name') || e'\n' || texts_at(content, '$.aliases[*]')) || e'\n';

comment on function names_of is 'What people call a metric, in lower case: its name and its aliases, a line each.';

-- What separates words in ids and in names of columns would make them names of hosts for the parser.
create function words_of(content jsonb) returns tsvector immutable strict parallel safe
    return setweight(to_tsvector('english',
               translate(content ->> 'metric_id', '._-', '   ') || ' ' || (content ->> 'name')), 'A')
        || setweight(to_tsvector('english',
               texts_at(content, '$.aliases[*]') || e'\n' || translate(texts_at(content, '$.tags[*]'), '._-', '   ')), 'B')
        || setweight(to_tsvector('english', content ->> 'description'), 'C')
        || setweight(to_tsvector('english',
               translate(texts_at(content, '$.definition.expressions[*].expression'), '._', '  ')), 'D');

comment on function words_of is 'The words that a metric is found by; A counts most: id and name, then aliases and tags.';

create function beginnings_of(content jsonb) returns tsvector immutable strict parallel safe
    return to_tsvector('simple', translate(
               concat_ws(e'\n', content ->> 'metric_id', content ->> 'name',
                         texts_at(content, '$.aliases[*]'), texts_at(content, '$.tags[*]')),
               '._-/', '    '));

comment on function beginnings_of is 'The words of all names of a metric as they are written, to be found by how they begin.';

create function any_word(words tsquery) returns tsquery immutable strict parallel safe
    return case when words::text like '%!%' then words else replace(words::text, '&', '|')::tsquery end;

comment on function any_word is 'Asks for one of the words where all were asked for; the same when one is to be absent.';

alter table metric_content
    add column names text not null generated always as (names_of(content)) stored,
    add column words tsvector not null generated always as (words_of(content)) stored;

-- Read far more often than written: new rows go into the index at once.
create index metric_content_words on metric_content using gin (words) with (fastupdate = off);
create index metric_content_names on metric_content using gin (names gin_trgm_ops) with (fastupdate = off);
create index metric_content_beginnings on metric_content using gin (beginnings_of(content)) with (fastupdate = off);

create table metric_read (
    uid   uuid   not null references metric,
    day   date   not null,
    reads bigint not null check (reads > 0),
    primary key (uid, day)
);

comment on table metric_read is 'How often a metric was read through the API on a day, UTC.';

create index metric_read_day on metric_read (day);

create table metric_popularity (
    uid   uuid   not null primary key references metric,
    reads bigint not null check (reads > 0)
);

comment on table metric_popularity is 'How often a metric was read in the last 30 days: from metric_read, now and then.';
