-- How many pages of a job are in which state. Each batch of results and each look at a job asks for it; counted anew
-- each time, a giant's own pages were most of what the database did. The counters are moved by the statement that moves
-- the pages, whoever runs it, so that they can't differ from them.
create table page_tally (
  tenant     text    not null check (tenant <> ''),
  job_id     text    primary key references job (id) on delete cascade,
  queued     integer not null,
  fetching   integer not null,
  converting integer not null,
  succeeded  integer not null,
  degraded   integer not null,
  failed     integer not null,
  skipped    integer not null,
  cancelled  integer not null
) with (fillfactor = 50);  -- room for the next version of the row on its own block

create function count_new_pages() returns trigger language plpgsql as $$
begin
  insert into api.page_tally as t (tenant, job_id, queued, fetching, converting, succeeded, degraded, failed, skipped,
                                   cancelled)
    select tenant, job_id,
           count(*) filter (where state = 'queued'), count(*) filter (where state = 'fetching'),
           count(*) filter (where state = 'converting'), count(*) filter (where state = 'succeeded'),
           count(*) filter (where state = 'degraded'), count(*) filter (where state = 'failed'),
           count(*) filter (where state = 'skipped'), count(*) filter (where state = 'cancelled')
      from new_pages group by tenant, job_id
    on conflict (job_id) do update
      set queued = t.queued + excluded.queued, fetching = t.fetching + excluded.fetching,
          converting = t.converting + excluded.converting, succeeded = t.succeeded + excluded.succeeded,
          degraded = t.degraded + excluded.degraded, failed = t.failed + excluded.failed,
          skipped = t.skipped + excluded.skipped, cancelled = t.cancelled + excluded.cancelled;
  return null;
end $$;

create function count_moved_pages() returns trigger language plpgsql as $$
begin
  update api.page_tally t
     set queued = t.queued + d.queued, fetching = t.fetching + d.fetching, converting = t.converting + d.converting,
         succeeded = t.succeeded + d.succeeded, degraded = t.degraded + d.degraded, failed = t.failed + d.failed,
         skipped = t.skipped + d.skipped, cancelled = t.cancelled + d.cancelled
    from (select job_id,
                 coalesce(sum(n) filter (where state = 'queued'), 0) as queued,
                 coalesce(sum(n) filter (where state = 'fetching'), 0) as fetching,
                 coalesce(sum(n) filter (where state = 'converting'), 0) as converting,
                 coalesce(sum(n) filter (where state = 'succeeded'), 0) as succeeded,
                 coalesce(sum(n) filter (where state = 'degraded'), 0) as degraded,
                 coalesce(sum(n) filter (where state = 'failed'), 0) as failed,
                 coalesce(sum(n) filter (where state = 'skipped'), 0) as skipped,
                 coalesce(sum(n) filter (where state = 'cancelled'), 0) as cancelled
            from (select job_id, state, 1 as n from new_pages
                  union all
                  select job_id, state, -1 from old_pages) moved
           group by job_id) d
   where t.job_id = d.job_id;
  return null;
end $$;

create function count_removed_pages() returns trigger language plpgsql as $$
begin
  update api.page_tally t
     set queued = t.queued - d.queued, fetching = t.fetching - d.fetching, converting = t.converting - d.converting,
         succeeded = t.succeeded - d.succeeded, degraded = t.degraded - d.degraded, failed = t.failed - d.failed,
         skipped = t.skipped - d.skipped, cancelled = t.cancelled - d.cancelled
    from (select job_id,
                 count(*) filter (where state = 'queued') as queued,
                 count(*) filter (where state = 'fetching') as fetching,
                 count(*) filter (where state = 'converting') as converting,
                 count(*) filter (where state = 'succeeded') as succeeded,
                 count(*) filter (where state = 'degraded') as degraded,
                 count(*) filter (where state = 'failed') as failed,
                 count(*) filter (where state = 'skipped') as skipped,
                 count(*) filter (where state = 'cancelled') as cancelled
            from old_pages group by job_id) d
   where t.job_id = d.job_id;
  return null;
end $$;

-- The owner is under the rule of the tenant as well, and has none.
alter table page no force row level security;
insert into page_tally (tenant, job_id, queued, fetching, converting, succeeded, degraded, failed, skipped, cancelled)
  select tenant, job_id,
         count(*) filter (where state = 'queued'), count(*) filter (where state = 'fetching'),
         count(*) filter (where state = 'converting'), count(*) filter (where state = 'succeeded'),
         count(*) filter (where state = 'degraded'), count(*) filter (where state = 'failed'),
         count(*) filter (where state = 'skipped'), count(*) filter (where state = 'cancelled')
    from page group by tenant, job_id;
alter table page force row level security;

create trigger new_pages_counted after insert on page
  referencing new table as new_pages for each statement execute function count_new_pages();
create trigger moved_pages_counted after update on page
  referencing old table as old_pages new table as new_pages for each statement execute function count_moved_pages();
create trigger removed_pages_counted after delete on page
  referencing old table as old_pages for each statement execute function count_removed_pages();

alter table page_tally enable row level security;
alter table page_tally force row level security;
create policy own_tenant on page_tally using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on page_tally from deckmill_app, deckmill_worker;
grant select, insert, update on page_tally to deckmill_app;
grant select, insert, update, delete on page_tally to deckmill_worker;

-- Pages whose bytes are there wait to be converted, others to be fetched: each are found without going through the
-- other ones.
drop index page_waiting;
create index page_waiting on page (job_id, number) where state = 'queued' and due_at is null and fetch_attempt = 0;
create index page_to_fetch on page (job_id, number) where state = 'queued' and due_at is null and fetch_attempt > 0;
