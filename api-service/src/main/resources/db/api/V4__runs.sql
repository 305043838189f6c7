-- Jobs can be cancelled, and go on in another run. Decks are kept, one for each time there was one.
alter table job
  drop constraint job_state_check,
  add constraint job_state_check check (state in ('queued', 'converting', 'packaging', 'delivering', 'cancelling',
                                                  'succeeded', 'succeeded_with_warnings', 'partially_succeeded',
                                                  'failed', 'cancelled')),
  add column run integer not null default 1 check (run >= 1),
  add column retried_at timestamptz;  -- when the present run was asked for; null: it is the first

alter table page
  drop constraint page_state_check,
  add constraint page_state_check check (state in ('queued', 'converting', 'succeeded', 'degraded', 'failed', 'skipped',
                                                   'cancelled'));

-- Lists of jobs go by both columns, downwards.
drop index job_by_tenant;
create index job_by_tenant on job (tenant, created_at desc, id desc);

alter table deck_order
  drop constraint deck_order_once,
  add column run integer not null default 1,
  add constraint deck_order_once unique (job_id, kind, run);

create table deck (
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null references job (id) on delete cascade,
  version           integer     not null check (version >= 1),
  deck_key          text        not null,
  deck_offset       bigint      not null,
  deck_length       bigint      not null,
  deck_sha256       text        not null,
  made_at           timestamptz not null default now(),
  primary key (job_id, version)
);
-- The owner is under the rule of the tenant as well, and has none.
alter table job no force row level security;
insert into deck (tenant, job_id, version, deck_key, deck_offset, deck_length, deck_sha256, made_at)
  select tenant, id, 1, deck_key, deck_offset, deck_length, deck_sha256, coalesce(packaged_at, updated_at)
    from job where deck_key is not null;
alter table job
  drop column deck_key, drop column deck_offset, drop column deck_length, drop column deck_sha256,
  force row level security;

alter table deck enable row level security;
alter table deck force row level security;
create policy own_tenant on deck using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

-- A request cancels, repeats and deletes jobs of its own tenant: under its rule, not past it.
revoke all on deck from deckmill_app, deckmill_worker;
grant select on deck to deckmill_app;
grant select, insert, update, delete on deck to deckmill_worker;
grant update, delete on job to deckmill_app;
grant update on page to deckmill_app;
grant select, update, delete on outbox to deckmill_app;  -- update: to hold the rows it takes back
grant select, insert on deck_order to deckmill_app;
