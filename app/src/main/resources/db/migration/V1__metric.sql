-- Names and ids compare byte by byte ("C"): the order of pages must not depend on the server's locale.
create table metric (
    uid         uuid        not null default uuidv7() primary key,
    metric_id   text        collate "C" not null unique,
    name        text        not null,
    description text        not null,
    domain      text        collate "C" not null,
    tier        smallint    not null check (tier between 1 and 3),
    metric_type text        not null check (metric_type in ('leading', 'lagging', 'operational')),
    calc_type   text        not null check (calc_type in ('simple', 'ratio', 'cumulative', 'derived', 'conversion')),
    tags        text[]      not null,
    -- Unit and expressions: read as a whole, never filtered or joined by.
    definition  jsonb       not null,
    status      text        not null check (status in ('draft', 'in_review', 'published', 'deprecated', 'retired')),
    revision    bigint      not null default 1 check (revision > 0),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

comment on table metric is 'One row a metric, at its newest revision.';

-- Pages run over the unique index on metric_id; those of one domain over this one.
create index metric_domain_metric_id on metric (domain, metric_id);
