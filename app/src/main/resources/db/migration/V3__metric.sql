-- Names and ids compare byte by byte ("C"): the order of pages must not depend on the server's locale.
create table metric (
    uid                uuid        not null default uuidv7() primary key,
    metric_id          text        collate "C" not null unique,
    status             text        not null check (status in ('draft', 'published', 'deprecated', 'retired')),
    published_version  text        check ((published_version is null) = (status = 'draft')),
    deprecated_at      timestamptz check ((deprecated_at is null) = (status <> 'deprecated')),
    deprecation_reason text        check ((deprecation_reason is null) = (deprecated_at is null)),
    sunset_at          timestamptz check ((sunset_at is null) = (deprecated_at is null)),
    replacement        text        collate "C",
    deleted_at         timestamptz,
    revision           bigint      not null default 1 check (revision > 0),
    created_at         timestamptz not null default now()
);

comment on table metric is 'One row a metric: what it is called, where it stands in its life, and its newest revision.';

create table metric_name (
    metric_id text collate "C" not null primary key,
    uid       uuid not null references metric
);

comment on table metric_name is 'Every id that a metric has or had: an old one still leads to it, and is given to no other.';

create index metric_name_uid on metric_name (uid);

create function texts_of(list jsonb, field text) returns text[] immutable strict parallel safe
    return (select coalesce(array_agg(distinct coalesce(item ->> field, item #>> '{}')), '{}')
              from jsonb_array_elements(list) as item);

comment on function texts_of is 'The texts of a JSON array, or one field of each of its objects, without repetitions.';

create table metric_content (
    uid            uuid        not null references metric,
    view           text        not null check (view in ('draft', 'published')),
    -- The one that people who see drafts are shown first: what was published, else the draft.
    foremost       boolean     not null,
    revision       bigint      not null check (revision > 0),
    updated_at     timestamptz not null default now(),
    -- What people wrote, as the API has it. What is filtered, sorted or grouped by is derived from it here.
    content        jsonb       not null,
    name           text        collate "C" not null generated always as (content ->> 'name') stored,
    description    text        not null generated always as (content ->> 'description') stored,
    domain         text        collate "C" not null generated always as (content ->> 'domain') stored
                               references domain (domain_id),
    tier           smallint    not null generated always as ((content ->> 'tier')::smallint) stored
                               check (tier between 1 and 3),
    metric_type    text        not null generated always as (content ->> 'metric_type') stored
                               check (metric_type in ('leading', 'lagging', 'operational')),
    calc_type      text        not null generated always as (content ->> 'calc_type') stored
                               check (calc_type in ('simple', 'ratio', 'cumulative', 'derived', 'conversion')),
    unit           text        not null generated always as (content #>> '{definition,unit}') stored,
    grain          text        not null generated always as (content #>> '{definition,grain}') stored
                               check (grain in ('hour', 'day', 'week', 'month', 'quarter', 'year')),
    tags           text[]      not null generated always as (texts_of(content -> 'tags', '')) stored,
    owner_teams    text[]      not null generated always as (texts_of(content -> 'owners', 'team')) stored,
    source_systems text[]      not null generated always as (texts_of(content -> 'sources', 'system')) stored,
    has_target     boolean     not null generated always as (content -> 'targets' <> '[]') stored,
    primary key (uid, view)
);

comment on table metric_content is 'What a metric says: its draft, and what was published of it.';

create index metric_content_name on metric_content (view, name, uid);
create index metric_content_updated on metric_content (view, updated_at, uid);
create index metric_content_domain on metric_content (domain, view);
create index metric_content_tags on metric_content using gin (tags);

create table metric_version (
    uid          uuid        not null references metric,
    major        integer     not null check (major > 0),
    minor        integer     not null check (minor >= 0),
    patch        integer     not null check (patch >= 0),
    change_class text        not null check (change_class in ('major', 'minor', 'patch')),
    content      jsonb       not null,
    reason       text        not null,
    author       text        not null,
    published_at timestamptz not null default now(),
    primary key (uid, major, minor, patch)
);

comment on table metric_version is 'Every version that was published, as it was then; never changed.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name;
end
$$;

create trigger metric_version_stays before update or delete on metric_version
    for each row execute function refuse_change();
