-- How often each tenant submits: one moment, up to which the submissions so far have used up its rate (GCRA, which
-- lets through what a token bucket does). All replicas move the same row, by this database's clock.
create table submission_rate (
  tenant            text        primary key check (tenant <> ''),
  used_until        timestamptz not null
);

alter table submission_rate enable row level security;
alter table submission_rate force row level security;
create policy own_tenant on submission_rate using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on submission_rate from deckmill_app, deckmill_worker;
grant select, insert, update on submission_rate to deckmill_app;
grant select, update, delete on submission_rate to deckmill_worker;
