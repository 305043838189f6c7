-- What happened to a job, as those who follow it are told. The number is given under the job's lock: whoever has seen
-- one has seen all before it, so that it can serve as the place to go on from.
create table job_event (
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null references job (id) on delete cascade,
  number            bigint      not null check (number >= 1),
  kind              text        not null check (kind in ('job', 'pages')),
  body              json        not null,
  final             boolean     not null,  -- it tells of the job's end
  at                timestamptz not null default now(),
  primary key (job_id, number)
);

create function tell_followers() returns trigger language plpgsql as $$
begin
  perform pg_notify('deckmill_job_event', new.job_id);
  return null;
end $$;
create trigger job_event_told after insert on job_event for each row execute function tell_followers();

alter table job_event enable row level security;
alter table job_event force row level security;
create policy own_tenant on job_event using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on job_event from deckmill_app, deckmill_worker;
grant select, insert on job_event to deckmill_app, deckmill_worker;
