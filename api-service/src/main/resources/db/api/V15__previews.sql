-- Whether pictures of a job's slides are drawn when somebody wants to see one, or all of them after its deck.
alter table job add column previews text not null default 'whenViewed' check (previews in ('whenViewed', 'afterDeck'));

-- Pictures of slides, each ordered when somebody wants to see it. One without file or trouble is on its way.
create table preview (
  tenant            text        not null check (tenant <> ''),
  job_id            text        not null,
  page              integer     not null,
  attempt           integer     not null,  -- whose slide it shows
  width             integer     not null check (width >= 1),
  ordered_at        timestamptz not null default now(),
  file_key          text,
  file_offset       bigint,
  file_length       bigint,
  file_sha256       text,
  trouble_code      text,
  trouble_detail    text,
  primary key (job_id, page, attempt, width),
  foreign key (job_id, page) references page (job_id, number) on delete cascade
);

alter table preview enable row level security;
alter table preview force row level security;
create policy own_tenant on preview using (tenant = nullif(current_setting('deckmill.tenant', true), ''));

revoke all on preview from deckmill_app, deckmill_worker;
grant select, insert, update on preview to deckmill_app;
grant select, insert, update on preview to deckmill_worker;
