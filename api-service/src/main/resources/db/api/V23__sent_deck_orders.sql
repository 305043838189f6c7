-- An order is noted with what it follows from, and sent once its list is on the disk: null until then.
alter table deck_order add column sent_at timestamptz;
update deck_order set sent_at = ordered_at;
grant update on deck_order to deckmill_app;
