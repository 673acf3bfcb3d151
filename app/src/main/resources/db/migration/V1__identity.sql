-- Personal data is sealed by the app; key_id names the master key that did it, so that rows of older keys are found.
create table app_user (
    uid           uuid        not null primary key,
    email         bytea       not null,
    -- An HMAC: finds a user by address, and tells nobody the address.
    email_index   text        collate "C" not null unique,
    display_name  bytea       not null,
    key_id        text        collate "C" not null,
    -- Argon2id; none after an erasure, when nobody can sign in any more.
    password_hash text,
    role          text        not null check (role in ('viewer', 'editor', 'reviewer', 'admin')),
    status        text        not null check (status in ('active', 'suspended', 'erased')),
    revision      bigint      not null default 1 check (revision > 0),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);

comment on table app_user is 'One row a person who may sign in. Rows stay for ever: an erased one is the pseudonym of the audit trail.';

create index app_user_key on app_user (key_id);
create index app_user_administrators on app_user (uid) where role = 'admin' and status = 'active';

create table session (
    session_id uuid        not null default uuidv7() primary key,
    user_uid   uuid        not null references app_user,
    -- Where it was opened from: sealed too.
    address    bytea       not null,
    key_id     text        collate "C" not null,
    opened_at  timestamptz not null default now(),
    used_at    timestamptz not null default now(),
    expires_at timestamptz not null,
    closed_at  timestamptz
);

comment on table session is 'One row a sign-in, with all the refresh tokens that followed each other since: one family.';

create index session_person on session (user_uid, session_id);
create index session_key on session (key_id);
create index session_expiry on session (expires_at);

create table refresh_token (
    digest     bytea       not null primary key,
    session_id uuid        not null references session on delete cascade,
    issued_at  timestamptz not null default now(),
    -- Used once; whoever comes with a used one has a copy of it.
    used_at    timestamptz
);

create index refresh_token_session on refresh_token (session_id);

create table login_attempt (
    -- An HMAC of e-mail address and network address.
    subject      text        collate "C" not null,
    attempted_at timestamptz not null default now()
);

create index login_attempt_subject on login_attempt (subject, attempted_at);
create index login_attempt_time on login_attempt (attempted_at);

create table signing_key (
    kid         text        collate "C" not null primary key,
    public_key  jsonb       not null,
    -- Sealed like personal data.
    private_key bytea       not null,
    key_id      text        collate "C" not null,
    created_at  timestamptz not null default now(),
    signs_from  timestamptz not null
);

comment on table signing_key is 'Key pairs of access tokens: each signs from its time on until the next one does.';

create table api_key (
    key_id       text        collate "C" not null primary key,
    user_uid     uuid        not null references app_user,
    name         text        not null,
    digest       bytea       not null,
    scopes       text[]      not null,
    networks     text[]      not null,
    -- How long a secret of it is good; each rotation begins anew.
    lifetime_days integer    not null check (lifetime_days between 1 and 365),
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revision     bigint      not null default 1 check (revision > 0),
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

create index api_key_person on api_key (user_uid, key_id);
