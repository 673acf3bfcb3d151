-- Answers to requests that carried an Idempotency-Key, to be given again for a day. They are sealed by the app.
create table idempotency_key (
    owner      text        not null collate "C",
    key_digest bytea       not null check (length(key_digest) = 32),
    answer     bytea       not null,
    expires_at timestamptz not null,
    primary key (owner, key_digest)
);

create index idempotency_key_expires_at on idempotency_key (expires_at);
