-- Submissions whose bytes are being stored. The row goes in the transaction that takes the job in; one that stays tells
-- of bytes that no job came to.
create table intake (
  tenant            text        not null check (tenant <> ''),
  job_id            text        primary key,
  begun_at          timestamptz not null default now()
);
create index intake_by_age on intake (begun_at);

alter table intake enable row level security;
alter table intake force row level security;
create policy own_tenant on intake using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on intake from deckmill_app, deckmill_worker;
grant select, insert, delete on intake to deckmill_app;
grant select, update, delete on intake to deckmill_worker;
