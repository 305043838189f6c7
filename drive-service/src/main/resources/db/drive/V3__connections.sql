-- Whose Google account a tenant's decks are delivered as, where each tenant connects its own.

-- token_sealed is what Google renews access for: AES-256-GCM, bound to the tenant, under the key that key_id names,
-- so that a key can be replaced while tokens of the old one are still about. Useless in another row.
create table drive_token (
  tenant          text        primary key check (tenant <> ''),
  connection_id   text        not null,   -- another one each time an account is connected
  account         text,                   -- null, like the token: it was disconnected
  account_sha256  text        not null,   -- stays, to know the same account when it comes again
  scope           text        not null,
  key_id          text,
  token_sealed    bytea,
  connected_at    timestamptz not null default now(),
  broken_at       timestamptz             -- null: as far as we know it works
);

-- The file lies in an account that was connected before another one: its id means nothing to the one that is now.
alter table upload add column of_other_account boolean not null default false;

-- A consent that was asked for and not yet answered. The state that comes back with the answer is kept as its SHA-256,
-- the verifier that makes the code good for something sealed; the row goes when either comes back.
create table drive_consent (
  state_sha256    text        primary key,
  tenant          text        not null check (tenant <> ''),
  key_id          text        not null,
  verifier_sealed bytea       not null,
  created_at      timestamptz not null default now(),
  expires_at      timestamptz not null
);
create index drive_consent_tenant on drive_consent (tenant, expires_at);

alter table drive_token enable row level security;
alter table drive_token force row level security;
create policy one_tenant on drive_token
  using (tenant = current_setting('deckmill.tenant', true))
  with check (tenant = current_setting('deckmill.tenant', true));

-- A browser that comes back from Google says no tenant: who has the state sees that one row, and learns its tenant.
alter table drive_consent enable row level security;
alter table drive_consent force row level security;
create policy one_tenant on drive_consent
  using (tenant = current_setting('deckmill.tenant', true)
         or state_sha256 = current_setting('deckmill.state', true))
  with check (tenant = current_setting('deckmill.tenant', true));

-- Decks in places other than Drive: one row for each job and kind of place. place says where the file is to be, and is
-- taken before the first byte is written: whoever takes the delivery up again goes on to the same place, and no other
-- job of the tenant gets it.
create table placed_deck (
  tenant          text        not null check (tenant <> ''),
  job_id          text        not null,
  target          text        not null check (target in ('files', 's3')),
  deck_sha256     text        not null,
  place           text,                 -- path or key, the tenant's own beginning included; null: none yet
  folder          text,
  link            text,
  attempts        integer     not null default 0,
  chunks          integer     not null default 0,
  bytes           bigint,
  micros          bigint      not null default 0,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  finished_at     timestamptz,          -- null: not delivered yet
  primary key (tenant, job_id, target),
  unique (tenant, target, place)
);

alter table placed_deck enable row level security;
alter table placed_deck force row level security;
create policy one_tenant on placed_deck
  using (tenant = current_setting('deckmill.tenant', true))
  with check (tenant = current_setting('deckmill.tenant', true));
