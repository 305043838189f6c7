-- The span that settled the page, for the deck's span to link to.
alter table page add column traceparent text;
