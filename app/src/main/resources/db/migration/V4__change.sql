-- The audit trail. Rows are only ever added: the API's role may neither update nor delete here (RoleGrants).
create table audit_event (
    id         bigint      not null generated always as identity primary key,
    uid        uuid        not null default uuidv7() unique,
    at         timestamptz not null default clock_timestamp(),
    actor_kind text        not null check (actor_kind in ('nobody', 'user', 'api_key', 'app')),
    actor_id   text        collate "C" not null,
    -- The client's network, such as 203.0.113.0/24: its address would be personal data.
    network    text        not null,
    request_id text        collate "C" not null,
    action     text        collate "C" not null,
    subject    text        collate "C" not null,
    before     jsonb,
    after      jsonb
);

comment on table audit_event is 'What was changed, by whom, in the transaction that changed it.';

create index audit_event_actor on audit_event (actor_id, id);
create index audit_event_subject on audit_event (subject, id);
create index audit_event_action on audit_event (action, id);
create index audit_event_at on audit_event (at);

-- Apart from the rows that it protects, so that this table too is only added to.
create table audit_link (
    seq       bigint not null primary key check (seq > 0),
    event_id  bigint not null unique references audit_event,
    prev_hash text   collate "C" not null check (prev_hash ~ '^[0-9a-f]{64}$'),
    hash      text   collate "C" not null check (hash ~ '^[0-9a-f]{64}$')
);

comment on table audit_link is 'The one order of all changes, without gaps, as a chain of hashes.';

create table outbox (
    event_id bigint      not null primary key references audit_event,
    at       timestamptz not null default clock_timestamp()
);

comment on table outbox is 'Changes that were kept and have no place in the order yet; gone as soon as they have.';

-- One row a part of the app that wants to know of every change.
create table change_subscriber (
    name text   collate "C" not null primary key,
    seq  bigint not null
);

comment on table change_subscriber is 'The last change that each subscriber has dealt with.';

create table event (
    seq        bigint      not null primary key references audit_link,
    uid        uuid        not null unique,
    at         timestamptz not null,
    type       text        collate "C" not null,
    subject    text        collate "C" not null,
    -- Whether it tells of what only those who see drafts may know.
    restricted boolean     not null
);

comment on table event is 'The changes that are told to the outside, in their order.';

create index event_at on event (at);
