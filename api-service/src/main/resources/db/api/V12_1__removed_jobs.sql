-- Jobs that were deleted and whose bytes may still be there. The row goes when the bytes have gone.
create table removed_job (
  tenant            text        not null check (tenant <> ''),
  job_id            text        primary key,
  sweep_at          timestamptz not null
);
create index removed_job_by_time on removed_job (sweep_at);

alter table removed_job enable row level security;
alter table removed_job force row level security;
create policy own_tenant on removed_job using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on removed_job from deckmill_app, deckmill_worker;
grant insert on removed_job to deckmill_app;
grant select, update, delete on removed_job to deckmill_worker;
