-- Run by deckmill_owner in schema api. deckmill_app is what requests run as: row-level security shows it
-- the rows of the tenant in setting deckmill.tenant and no others. deckmill_worker (progress, relay, reaper)
-- has BYPASSRLS and still names the tenant wherever it writes one. Roles and schema: deploy/postgres/roles.sql.

create table job (
  tenant            text        not null check (tenant <> ''),
  id                text        primary key,
  title             text        not null,
  state             text        not null check (state in ('queued', 'converting', 'packaging', 'delivering', 'succeeded',
                                                          'succeeded_with_warnings', 'partially_succeeded', 'failed')),
  conversion        text        not null check (conversion in ('pending', 'running', 'succeeded', 'failed')),
  delivery          text        not null check (delivery in ('none', 'pending', 'running', 'succeeded', 'failed')),
  trouble_code      text,
  trouble_detail    text,
  delivery_code     text,
  delivery_detail   text,
  on_page_error     text        not null check (on_page_error in ('placeholder', 'skip', 'failJob')),
  target            text        not null,
  text_profile      text        not null,
  folder_path       text[]      not null,
  pages             integer     not null check (pages >= 1),
  slide_width_emu   bigint,     -- both null until the first slide has told its size
  slide_height_emu  bigint,
  input_key         text        not null,
  deck_key          text,
  deck_offset       bigint,
  deck_length       bigint,
  deck_sha256       text,
  drive_file_id     text,
  drive_folder_id   text,
  drive_link        text,
  traceparent       text,
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  deadline_at       timestamptz not null,
  started_at        timestamptz,
  converted_at      timestamptz,
  packaged_at       timestamptz,
  finished_at       timestamptz
);
create index job_by_tenant on job (tenant, created_at desc, id);
create index job_unfinished on job (deadline_at) where finished_at is null;

create table page (
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null references job (id) on delete cascade,
  number            integer     not null check (number >= 1),
  name              text        not null,
  source_offset     bigint      not null,
  source_length     bigint      not null,
  source_sha256     text        not null,
  state             text        not null check (state in ('queued', 'converting', 'succeeded', 'degraded', 'failed', 'skipped')),
  attempt           integer     not null,  -- ordered last; 0: none yet
  starts            integer     not null default 0,
  crashes           integer     not null default 0,
  result_attempt    integer,               -- the one that finished the page
  worker            text,
  queue_wait_ms     bigint,
  due_at            timestamptz,           -- when the reaper looks at it; null: nothing is expected
  started_at        timestamptz,
  finished_at       timestamptz,
  bundle_key        text,
  bundle_offset     bigint,
  bundle_length     bigint,
  bundle_sha256     text,
  slide_sha256      text,
  slide_title       text,
  trouble_code      text,
  trouble_detail    text,
  primary key (job_id, number)
);
create index page_due on page (due_at) where due_at is not null;

-- What was decided and is still to be told. A row is deleted once the broker has acknowledged it.
create table outbox (
  id                bigint      generated always as identity primary key,
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null,
  lane              smallint    not null check (lane in (0, 1)),  -- 0 goes first
  topic             text        not null,
  key               text        not null,
  ce_id             text        not null,
  type              text        not null,
  body              json        not null,
  traceparent       text,
  created_at        timestamptz not null default now(),
  not_before        timestamptz not null default now()
);
create index outbox_next on outbox (lane, id);
create index outbox_order on outbox (topic, key, id);
create index outbox_by_job on outbox (job_id);

-- What was heard, so that it counts once.
create table inbox (
  tenant            text        not null check (tenant <> ''),
  topic             text        not null,
  ce_id             text        not null,
  received_at       timestamptz not null default now(),
  primary key (topic, ce_id)
);
create index inbox_by_age on inbox (received_at);

-- The deck of a job is ordered once, and so is its delivery.
create table deck_order (
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null references job (id) on delete cascade,
  kind              text        not null check (kind in ('package', 'upload')),
  ordered_at        timestamptz not null default now(),
  constraint deck_order_once unique (job_id, kind)
);

-- What each attempt at each stage did: written with the state it led to, whatever telemetry does.
create table stage_row (
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null references job (id) on delete cascade,
  stage             text        not null check (stage in ('convert', 'package', 'upload')),
  page              integer     not null,  -- 0: the whole deck
  attempt           integer     not null,
  outcome           text        not null check (outcome in ('succeeded', 'failed')),
  queue_wait_ms     bigint,
  total_us          bigint,
  parse_us          bigint,
  analyze_us        bigint,
  map_us            bigint,
  embed_us          bigint,
  native_elements   integer,
  approximate_elements integer,
  raster_elements   integer,
  findings          jsonb       not null default '[]',
  finding_count     integer     not null default 0,
  figures           jsonb       not null default '{}',
  trouble_code      text,
  trouble_detail    text,
  written_at        timestamptz not null default now(),
  primary key (job_id, stage, page, attempt)
);

create table api_key (
  tenant            text        not null check (tenant ~ '^[A-Za-z0-9_-]{1,64}$'),
  name              text        not null,
  sha256            bytea       not null unique check (length(sha256) = 32),
  created_at        timestamptz not null default now(),
  primary key (tenant, name)
);

-- Append-only: nobody is granted more than insert and select.
create table audit (
  id                bigint      generated always as identity primary key,
  tenant            text        not null check (tenant <> ''),
  at                timestamptz not null default now(),
  actor             text        not null,
  action            text        not null,
  object            text        not null,
  result            text        not null,
  trace_id          text
);
create index audit_by_object on audit (tenant, object);

create function tell_relay() returns trigger language plpgsql as $$
begin
  notify deckmill_outbox;
  return null;
end $$;
create trigger outbox_told after insert on outbox for each statement execute function tell_relay();

-- FORCE: the owner is no exception either, so that a mistake in a role's grant shows nothing.
do $$
declare
  t text;
begin
  foreach t in array array['job', 'page', 'outbox', 'inbox', 'deck_order', 'stage_row', 'api_key', 'audit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_tenant on %I using (tenant = nullif(current_setting(''deckmill.tenant'', true), ''''))', t);
  end loop;
end $$;

-- A request without a tenant yet may see the one key it shows, to learn the tenant from it.
create policy shown_key on api_key for select
  using (sha256 = decode(nullif(current_setting('deckmill.key_sha256', true), ''), 'hex'));

-- The schema's default privileges give both roles everything; here each gets what it needs.
revoke all on all tables in schema api from deckmill_app, deckmill_worker;
grant select, insert on job, page to deckmill_app;
grant insert on outbox to deckmill_app;
grant select on stage_row, api_key to deckmill_app;
grant insert on audit to deckmill_app;
grant select, insert, update, delete on job, page, outbox, inbox, deck_order, stage_row, api_key to deckmill_worker;
grant select, insert on audit to deckmill_worker;
