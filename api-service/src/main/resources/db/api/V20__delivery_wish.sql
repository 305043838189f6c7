-- What a client asks of a delivery besides its folder, and how far that is.
alter table job
  add column tag              text,    -- the client's own word for the job, for folder names
  add column delivery_wish    json,    -- null: nothing but the deck in its folder
  add column upload_bytes     bigint,  -- how many bytes of the deck are at its place, while it is on its way
  add column upload_bytes_all bigint,  -- how many there are
  add column slides_file_id   text,    -- the Google Slides presentation beside the deck
  add column slides_link      text,
  add column pictures         integer; -- how many pictures of slides lie with the deck

alter table job_event
  drop constraint job_event_kind_check,
  add constraint job_event_kind_check check (kind in ('job', 'pages', 'delivery'));
