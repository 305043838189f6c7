-- The browser that opened the consent, as the SHA-256 of a secret in a cookie of its own: no other one can complete it.
-- Null: none has opened it yet.
alter table drive_consent add column browser_sha256 text;
