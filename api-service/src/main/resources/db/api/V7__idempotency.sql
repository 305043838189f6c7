-- Which submission brought which job, by the client's key for it: sent again, it brings the same one.
create table idempotency (
  tenant            text        not null check (tenant <> ''),
  key               text        not null check (length(key) between 1 and 255),
  fingerprint       text        not null,
  job_id            text        not null references job (id) on delete cascade,
  created_at        timestamptz not null default now(),
  primary key (tenant, key)
);
create index idempotency_by_age on idempotency (created_at);
create index idempotency_by_job on idempotency (job_id);

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy own_tenant on idempotency using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on idempotency from deckmill_app, deckmill_worker;
grant select, insert, update on idempotency to deckmill_app;
grant select, delete on idempotency to deckmill_worker;
