-- Run by deckmill_owner in schema drive. deckmill_app is what drive-service works as: row-level security shows
-- it the rows of the tenant in setting deckmill.tenant, the one whose order it carries out, and no others.

-- One row for each job whose deck was ever ordered to Drive. file_id and session_sealed are written before the
-- first byte is sent: whoever takes the upload up again goes on in the same session to the same file.
create table upload (
  tenant          text        not null check (tenant <> ''),
  job_id          text        not null,
  deck_sha256     text        not null,
  deck_md5        text,                 -- what Drive will say once all bytes are there; null: not reckoned yet
  file_id         text,                 -- from files.generateIds; null: none yet
  session_sealed  bytea,                -- where the bytes go: whoever knows the address may write to it
  attempts        integer     not null default 0,
  chunks          integer     not null default 0,
  folder_id       text,
  link            text,
  bytes           bigint,
  micros          bigint      not null default 0,  -- spent uploading, waits between tries not counted
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  finished_at     timestamptz,          -- null: not delivered yet
  primary key (tenant, job_id)
);

-- Drive allows folders of equal names; this is how there is one for each (parent, name) all the same.
create table drive_folder (
  tenant          text        not null check (tenant <> ''),
  parent_id       text        not null,
  name            text        not null,
  folder_id       text        not null, -- of a folder that was found, or generated for one to be made
  confirmed       boolean     not null, -- whether Drive is known to have it
  created_at      timestamptz not null default now(),
  primary key (tenant, parent_id, name)
);

alter table upload enable row level security;
alter table upload force row level security;
create policy one_tenant on upload
  using (tenant = current_setting('deckmill.tenant', true))
  with check (tenant = current_setting('deckmill.tenant', true));

alter table drive_folder enable row level security;
alter table drive_folder force row level security;
create policy one_tenant on drive_folder
  using (tenant = current_setting('deckmill.tenant', true))
  with check (tenant = current_setting('deckmill.tenant', true));
