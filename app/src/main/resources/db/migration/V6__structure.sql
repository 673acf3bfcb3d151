create table objective (
    uid         uuid        not null default uuidv7() primary key,
    domain_id   text        collate "C" not null references domain (domain_id),
    name        text        not null,
    description text        not null,
    starts_on   date        not null,
    ends_on     date        not null check (ends_on > starts_on),
    revision    bigint      not null default 1 check (revision > 0),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

comment on table objective is 'What a domain wants to reach in a time.';

create index objective_domain on objective (domain_id, uid);

create table key_result (
    uid           uuid        not null default uuidv7() primary key,
    objective_uid uuid        not null references objective on delete cascade,
    metric_uid    uuid        references metric,
    name          text        not null,
    unit          text        not null,
    direction     text        not null check (direction in ('up', 'down')),
    baseline      numeric     not null,
    target        numeric     not null,
    current       numeric     not null,
    -- As it was judged by the last check-in, or change since.
    status        text        not null check (status in ('on_track', 'at_risk', 'off_track')),
    checked_in_at timestamptz,
    revision      bigint      not null default 1 check (revision > 0),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    check (case direction when 'up' then target > baseline else target < baseline end)
);

comment on table key_result is 'A number that tells how far an objective has come.';

create index key_result_objective on key_result (objective_uid, uid);
create index key_result_metric on key_result (metric_uid);

create table check_in (
    uid            uuid        not null default uuidv7() primary key,
    key_result_uid uuid        not null references key_result on delete cascade,
    value          numeric     not null,
    note           text,
    author         text        collate "C" not null,
    checked_in_at  timestamptz not null
);

comment on table check_in is 'The values of a key result over time, as people reported them.';

create index check_in_key_result on check_in (key_result_uid, uid);

create table metric_edge (
    uid        uuid        not null default uuidv7() primary key,
    type       text        not null check (type in ('derived_from', 'numerator', 'denominator', 'parent', 'related',
                                                    'tradeoff', 'replaces')),
    from_uid   uuid        not null references metric,
    to_uid     uuid        not null references metric check (to_uid <> from_uid),
    created_at timestamptz not null default now(),
    unique (from_uid, to_uid, type),
    -- What holds both ways is kept once.
    check (type not in ('related', 'tradeoff') or from_uid < to_uid)
);

comment on table metric_edge is 'What one metric says of another: the first is derived from, a part of, or replaces it.';

create index metric_edge_to on metric_edge (to_uid, type);

create table consumer (
    uid           uuid        not null default uuidv7() primary key,
    metric_uid    uuid        not null references metric,
    kind          text        not null check (kind in ('dashboard', 'job', 'service', 'team')),
    name          text        collate "C" not null,
    -- The version that is used, or was the published one when the consumer was last seen.
    version       text,
    contact       text,
    origin        text        not null check (origin in ('registered', 'observed')),
    author        text        collate "C" not null,
    first_seen_at timestamptz not null default now(),
    last_seen_at  timestamptz not null default now(),
    unique (metric_uid, kind, name)
);

comment on table consumer is 'Who uses a metric: those who said so, and those who were seen reading it.';

create index consumer_last_seen on consumer (last_seen_at) where origin = 'observed';
