-- A job of 10,000 pages has more than 100,000 spans. What its trace's summary says of them is added up as they come,
-- a row for each name, rather than read from all of them each time somebody looks.
create table span_step (
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null,
  service_name      text        not null,
  name              text        not null,
  spans             bigint      not null,
  failed            bigint      not null,
  total_ns          numeric     not null,
  longest_ns        bigint      not null,
  first_ns          bigint      not null,
  last_ns           bigint      not null,
  last_day          date        not null,  -- of the newest of them
  primary key (job_id, service_name, name)
);
create index span_step_by_day on span_step (last_day);

-- Its owner, who runs this, is under row-level security like everybody else.
alter table span no force row level security;
insert into span_step
select tenant, job_id, service_name, name, count(*), count(*) filter (where status_code = 2), sum(duration_ns),
       max(duration_ns), min(start_ns), max(end_ns), max(start_time at time zone 'UTC')::date
  from span where tenant is not null and job_id is not null
 group by tenant, job_id, service_name, name;
alter table span force row level security;

alter table span_step enable row level security, force row level security;
create policy own_tenant on span_step using (tenant = nullif(current_setting('deckmill.tenant', true), ''));
revoke all on span_step from deckmill_app, deckmill_worker;
grant select on span_step to deckmill_app;
grant select, insert, update, delete on span_step to deckmill_worker;

-- The spans of some pages are read without the others.
drop index span_by_job;
create index span_by_job on span (job_id, page_number, start_time) where job_id is not null;
