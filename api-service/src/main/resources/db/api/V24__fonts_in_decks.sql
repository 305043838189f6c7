-- What becomes of fonts that pages bring along. Processes from before it leave it to its default.
alter table api.job add column fonts text not null default 'name' check (fonts in ('name', 'embed'));
