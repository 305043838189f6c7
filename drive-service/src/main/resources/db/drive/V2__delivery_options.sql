-- A job's deck may be delivered again: elsewhere, under another name, to other people, with more beside it. So that a
-- delivery is finished is said of one wish: of the deck and of all that was asked for with it.
alter table upload
  add column wish          text,     -- digest of the latest order; null: from before there were wishes, any will do
  add column placed_wish   text,     -- the wish whose name, folder and description the file is known to have
  add column held_sha256   text,     -- the deck whose bytes the file is known to hold
  add column resumes       integer not null default 0,  -- how often a session was gone on with
  add column slides_id     text,     -- the Google Slides presentation; its id can't be had before it is made
  add column slides_begun  boolean not null default false,  -- one may have been made that nobody was told of
  add column slides_sha256 text,     -- the deck that it shows
  add column slides_link   text,
  add column pictures      integer not null default 0;

-- Without the owner's exemption there are no rows to see here: no tenant is set.
alter table upload no force row level security;
update upload set held_sha256 = deck_sha256 where finished_at is not null;
alter table upload force row level security;

-- Pictures of slides that are delivered with the deck, each under an id that is known before it is sent.
create table picture (
  tenant    text    not null check (tenant <> ''),
  job_id    text    not null,
  page      integer not null check (page >= 1),
  file_id   text    not null,
  sha256    text,                    -- the picture that lies in Drive; null: none is known to
  folder_id text,                    -- where it lies
  primary key (tenant, job_id, page)
);

alter table picture enable row level security;
alter table picture force row level security;
create policy one_tenant on picture
  using (tenant = current_setting('deckmill.tenant', true))
  with check (tenant = current_setting('deckmill.tenant', true));
