-- The roles and schemas of Deckmill; the one place that says so. A superuser runs it in database "deckmill" before any
-- service starts, and may run it again. The passwords come as settings of the session, so that no file holds one:
--   PGOPTIONS="-c deckmill.owner_password=… -c deckmill.app_password=… -c deckmill.worker_password=…" psql deckmill -f roles.sql
--
-- deckmill_owner   owns the schemas; Flyway migrates as this role, nobody else uses it
-- deckmill_app     answers people: row-level security lets it see one tenant at a time
-- deckmill_worker  relay, reaper, span store: sees every tenant, because its work is no tenant's
DO $$
DECLARE
  who record;
BEGIN
  FOR who IN
    SELECT *
    FROM (VALUES
      ('deckmill_owner', 'deckmill.owner_password', 'NOBYPASSRLS'),
      ('deckmill_app', 'deckmill.app_password', 'NOBYPASSRLS'),
      ('deckmill_worker', 'deckmill.worker_password', 'BYPASSRLS')) AS roles (name, password_setting, row_security)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = who.name) THEN
      EXECUTE format('CREATE ROLE %I', who.name);
    END IF;
    EXECUTE format(
      'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE %s PASSWORD %L',
      who.name, who.row_security, current_setting(who.password_setting));
  END LOOP;
END
$$;

REVOKE ALL ON DATABASE deckmill FROM PUBLIC;
GRANT CONNECT ON DATABASE deckmill TO deckmill_owner, deckmill_app, deckmill_worker;
-- Spans are copied into a table of the session first.
GRANT TEMPORARY ON DATABASE deckmill TO deckmill_worker;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- One schema and one migration history for each service that keeps state.
CREATE SCHEMA IF NOT EXISTS api AUTHORIZATION deckmill_owner;
CREATE SCHEMA IF NOT EXISTS drive AUTHORIZATION deckmill_owner;
GRANT USAGE ON SCHEMA api, drive TO deckmill_app, deckmill_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE deckmill_owner IN SCHEMA api, drive
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO deckmill_app, deckmill_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE deckmill_owner IN SCHEMA api, drive
  GRANT USAGE, SELECT ON SEQUENCES TO deckmill_app, deckmill_worker;
