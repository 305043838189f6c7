-- Rows of the outbox that can never be sent, whole as they were: for an operator to look at, to mend and to put back.
create table outbox_dead (
  id                bigint      primary key,
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null,
  lane              smallint    not null,
  topic             text        not null,
  key               text        not null,
  ce_id             text        not null,
  type              text        not null,
  body              json        not null,
  traceparent       text,
  created_at        timestamptz not null,
  code              text        not null,
  detail            text        not null,
  died_at           timestamptz not null default now()
);
create index outbox_dead_by_job on outbox_dead (job_id);

alter table outbox_dead enable row level security;
alter table outbox_dead force row level security;
create policy own_tenant on outbox_dead using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on outbox_dead from deckmill_app, deckmill_worker;
grant select, delete on outbox_dead to deckmill_app;  -- with their job
grant select, insert, update, delete on outbox_dead to deckmill_worker;
