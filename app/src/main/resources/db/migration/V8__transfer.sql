create table import (
    uid          uuid        not null default uuidv7() primary key,
    -- Who ordered it, with the rights that they had then.
    caller_kind  text        not null,
    caller       text        collate "C" not null,
    scopes       text[]      not null,
    -- The domains that they may change things in; null is everywhere.
    reach        text[],
    -- Where they called from; empty when it is done.
    address      text        not null,
    request_id   text        not null,
    format       text        not null check (format in ('json', 'yaml', 'csv', 'ndjson')),
    mode         text        not null check (mode in ('create', 'upsert')),
    trial        boolean     not null,
    state        text        not null check (state in ('receiving', 'waiting', 'running', 'succeeded', 'failed',
                                                       'cancelled')),
    cancelling   boolean     not null default false,
    -- The instance that works on it, and until when it counts as alive; null while nobody does.
    worker       text,
    leased_until timestamptz,
    attempts     integer     not null default 0,
    bytes        bigint      not null default 0,
    records      integer     not null default 0,
    created      integer     not null default 0,
    updated      integer     not null default 0,
    unchanged    integer     not null default 0,
    failed       integer     not null default 0,
    failure      text,
    created_at   timestamptz not null default now(),
    started_at   timestamptz,
    finished_at  timestamptz
);

comment on table import is 'Imports of metrics from files: waiting, running, and done.';

create index import_due on import (uid) where state in ('receiving', 'waiting', 'running');
create index import_finished on import (finished_at);

create table import_piece (
    import_uid uuid    not null references import on delete cascade,
    position   integer not null,
    content    bytea   not null,
    primary key (import_uid, position)
);

comment on table import_piece is 'The file of an import, until it is done.';

-- Compressing takes longer than it saves: a piece is read once or twice.
alter table import_piece alter column content set storage external;

create table import_fault (
    import_uid uuid    not null references import on delete cascade,
    record     integer not null,
    position   integer not null,
    line       integer not null,
    metric_id  text,
    code       text    not null,
    pointer    text,
    detail     text    not null,
    primary key (import_uid, record, position)
);

comment on table import_fault is 'What was wrong with which records of a file; the first thousand.';
