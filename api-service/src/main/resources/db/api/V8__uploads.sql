-- Files that are sent ahead. A row without a file tells of bytes that are on their way, or never arrived.
create table upload (
  tenant            text        not null check (tenant <> ''),
  id                text        primary key,
  name              text        not null,
  file_key          text,
  file_offset       bigint,
  file_length       bigint,
  file_sha256       text,
  begun_at          timestamptz not null default now(),
  expires_at        timestamptz not null
);
create index upload_by_end on upload (expires_at);

alter table upload enable row level security;
alter table upload force row level security;
create policy own_tenant on upload using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on upload from deckmill_app, deckmill_worker;
grant select, insert, update on upload to deckmill_app;
grant select, update, delete on upload to deckmill_worker;
