create table webhook (
    id           uuid        not null primary key,
    url          text        not null,
    description  text,
    -- Empty for all types.
    event_types  text[]      not null,
    -- Whether it is told of drafts: as much as the one who set it up may see.
    restricted   boolean     not null,
    -- Why nothing is sent to it; empty while it is active.
    reason       text        not null default '',
    -- Nothing is sent before, because the receiver asked for a rest.
    paused_until timestamptz,
    -- Sealed by the app, like the old one; key_id names the master key that did it.
    secret       bytea       not null,
    key_id       text        collate "C" not null,
    -- Messages are signed with it too until its time is over; then it is forgotten.
    old_secret   bytea,
    old_key_id   text        collate "C" check ((old_key_id is null) = (old_secret is null)),
    old_until    timestamptz check ((old_until is null) = (old_secret is null)),
    revision     bigint      not null default 1 check (revision > 0),
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

comment on table webhook is 'Addresses that are told of events.';

create table webhook_delivery (
    id           uuid        not null default uuidv7() primary key,
    webhook_id   uuid        not null references webhook on delete cascade,
    -- What the receiver tells messages apart by: the same whenever it is sent again.
    message_id   text        collate "C" not null,
    message_type text        collate "C" not null,
    body         text        not null,
    state        text        not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
    attempts     integer     not null default 0,
    next_at      timestamptz not null,
    last_at      timestamptz,
    last_status  integer,
    last_detail  text        not null default '',
    created_at   timestamptz not null default now()
);

comment on table webhook_delivery is 'Messages to webhooks: what is to be sent, and what became of it.';

create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where state = 'pending';
create index webhook_delivery_webhook on webhook_delivery (webhook_id, id);
create index webhook_delivery_created on webhook_delivery (created_at);
