-- Pages that come as URLs: they have no bytes until they are fetched, and then in a blob of their own.
alter table job
  drop constraint job_state_check,
  add constraint job_state_check check (state in ('queued', 'fetching', 'converting', 'packaging', 'delivering',
                                                  'cancelling', 'succeeded', 'succeeded_with_warnings',
                                                  'partially_succeeded', 'failed', 'cancelled'));

alter table page
  drop constraint page_state_check,
  add constraint page_state_check check (state in ('queued', 'fetching', 'converting', 'succeeded', 'degraded', 'failed',
                                                   'skipped', 'cancelled')),
  add column url text,
  add column fetch_attempt integer not null default 0 check (fetch_attempt >= 0),  -- attempt ordered last; 0: the bytes are there
  add column source_key text,  -- null: the job's input
  alter column source_offset drop not null,
  alter column source_length drop not null,
  alter column source_sha256 drop not null,
  add constraint page_source check (source_sha256 is not null or url is not null);

alter table stage_row
  drop constraint stage_row_stage_check,
  add constraint stage_row_stage_check check (stage in ('fetch', 'convert', 'package', 'upload'));
