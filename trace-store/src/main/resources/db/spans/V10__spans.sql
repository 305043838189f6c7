-- What was measured while jobs were worked on: OpenTelemetry's spans, as the services sent them. Written by
-- deckmill_worker alone. deckmill_app sees the spans of its tenant's jobs; a span that belongs to no known job has no
-- tenant, and only an operator, who sees all of them, gets to see it.

-- Who a span came from: many spans share one resource and one scope, so those are kept once. No tenant, because they
-- describe our services.
create table span_origin (
  id                bytea       primary key check (length(id) = 16),  -- hash of the rest
  service_name      text        not null,
  resource          jsonb       not null,
  resource_dropped  bigint      not null,
  resource_schema   text        not null,
  scope_name        text        not null,
  scope_version     text        not null,
  scope             jsonb       not null,
  scope_dropped     bigint      not null,
  scope_schema      text        not null,
  last_day          date        not null   -- of the newest span that has it
);

-- Attributes are typed: "1" is text, 1 an int, 1.0 a double.
create table span (
  tenant            text        check (tenant <> ''),
  trace_id          bytea       not null check (length(trace_id) = 16),
  span_id           bytea       not null check (length(span_id) = 8),
  parent_span_id    bytea       check (length(parent_span_id) = 8),
  trace_state       text        not null,
  flags             bigint      not null,
  start_time        timestamptz not null,  -- start_ns without its last three digits
  start_ns          bigint      not null,
  end_ns            bigint      not null,
  duration_ns       bigint      not null,
  service_name      text        not null,
  name              text        not null,
  kind              smallint    not null,  -- the numbers of OTLP
  status_code       smallint    not null,
  status_message    text        not null,
  job_id            text,
  page_number       integer,
  origin            bytea       not null check (length(origin) = 16),
  attributes        jsonb       not null,
  events            jsonb,                 -- null: none
  dropped_attributes bigint     not null,
  dropped_events    bigint      not null,
  dropped_links     bigint      not null,
  primary key (trace_id, span_id, start_time)
) partition by range (start_time);
create index span_by_time on span (start_time);
create index span_by_service on span (service_name, start_time);
create index span_by_operation on span (service_name, name, start_time);
create index span_by_job on span (job_id, start_time) where job_id is not null;
create index span_by_attribute on span using gin (attributes jsonb_path_ops);
create index span_by_event on span using gin (events jsonb_path_ops) where events is not null;

-- Its second half answers "who links to me".
create table span_link (
  tenant            text        check (tenant <> ''),
  trace_id          bytea       not null,
  span_id           bytea       not null,
  start_time        timestamptz not null,
  position          integer     not null check (position >= 0),
  linked_trace_id   bytea       not null,
  linked_span_id    bytea       not null,
  trace_state       text        not null,
  flags             bigint      not null,
  attributes        jsonb       not null,
  dropped_attributes bigint     not null,
  primary key (trace_id, span_id, start_time, position)
) partition by range (start_time);
create index span_link_back on span_link (linked_trace_id, linked_span_id);

-- When a trace was, so that only those days are looked at.
create table trace_bounds (
  trace_id          bytea       primary key,
  min_time          timestamptz not null,
  max_time          timestamptz not null
);
create index trace_bounds_by_age on trace_bounds (max_time);

-- What can be asked for.
create table span_operation (
  service_name      text        not null,
  name              text        not null,
  kind              smallint    not null,
  last_day          date        not null,
  primary key (service_name, name, kind)
);

-- One partition a day (UTC) of span and of span_link, from the first day that is kept to the day after tomorrow. Older
-- ones are dropped. It runs as the owner, because only an owner may make and drop tables;
-- the schema's default privileges are taken back, since what holds for the parent doesn't hold for a partition by itself.
create function keep_spans(days integer) returns void
  language plpgsql security definer set search_path = api, pg_temp as $$
declare
  today    date := (now() at time zone 'UTC')::date;
  oldest   date := today - days;
  parent   text;
  part     text;
  day      date;
begin
  if days < 1 then
    raise exception 'spans are kept for at least a day, not for %', days;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('deckmill.keep_spans', 7));
  perform set_config('lock_timeout', '5s', true);
  foreach parent in array array['span', 'span_link'] loop
    for day in select oldest + n from generate_series(0, days + 2) n loop
      part := parent || to_char(day, '"_"YYYYMMDD');
      continue when to_regclass('api.' || part) is not null;
      execute format('create table %I (like %I including all)', part, parent);
      execute format('revoke all on %I from public, deckmill_app, deckmill_worker', part);
      execute format('alter table %I enable row level security, force row level security', part);
      -- Attached rather than created in place, which would keep everybody else out of the parent.
      execute format('alter table %I attach partition %I for values from (%L) to (%L)',
                     parent, part, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
    end loop;
    for part in
      select child.relname from pg_inherits
        join pg_class child on child.oid = inhrelid
       where inhparent = ('api.' || parent)::regclass
         and child.relname < parent || to_char(oldest, '"_"YYYYMMDD')
    loop
      execute format('drop table %I', part);
    end loop;
  end loop;
end $$;
revoke all on function keep_spans(integer) from public;
grant execute on function keep_spans(integer) to deckmill_worker;

do $$
declare
  t text;
begin
  foreach t in array array['span', 'span_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_tenant on %I using (tenant = nullif(current_setting(''deckmill.tenant'', true), ''''))', t);
  end loop;
end $$;

alter table span_origin enable row level security, force row level security;
create policy everybody on span_origin using (true);
-- No policy: for those alone whom row-level security doesn't concern.
alter table trace_bounds enable row level security, force row level security;
alter table span_operation enable row level security, force row level security;

revoke all on span, span_link, span_origin, trace_bounds, span_operation from deckmill_app, deckmill_worker;
grant select on span, span_link, span_origin to deckmill_app;
grant select, insert, update, delete on span, span_link, span_origin, trace_bounds, span_operation to deckmill_worker;
do $$ begin
  perform keep_spans(1);
end $$;
