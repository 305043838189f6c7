-- To which kind of place a job's deck is delivered, where it is.
alter table job add column deck_target text not null default 'drive' check (deck_target in ('drive', 'files', 's3'));
