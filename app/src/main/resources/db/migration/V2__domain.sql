-- A tree by parent, walked by recursive queries: it has eight levels at most, and needs no extension.
create table domain (
    domain_id   text        collate "C" not null primary key,
    parent_id   text        collate "C" references domain (domain_id) check (parent_id <> domain_id),
    name        text        not null,
    description text        not null,
    revision    bigint      not null default 1 check (revision > 0),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

comment on table domain is 'The parts of the business that things belong to, each below another one or at the top.';

create index domain_parent on domain (parent_id, domain_id);

create table domain_member (
    domain_id text        collate "C" not null references domain (domain_id) on delete cascade,
    user_uid  uuid        not null references app_user,
    added_at  timestamptz not null default now(),
    primary key (domain_id, user_uid)
);

comment on table domain_member is 'Who may change what is in a domain and in all domains below it.';

create index domain_member_user on domain_member (user_uid, domain_id);
