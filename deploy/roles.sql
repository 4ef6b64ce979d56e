-- The roles of the portal. Run once per database server, as a superuser; running it again does no harm.
-- The embedded server runs this very file at each start, so it stays plain SQL without psql's own commands.
--
--   psql -d postgres -f deploy/roles.sql
--
-- On a server of your own, give both roles a password afterwards (in psql, which asks and sends only the hash):
--
--   \password cobuilding_owner
--   \password cobuilding_web
--
-- or from a script, with the passwords in psql variables:
--
--   psql -d postgres -v owner="$OWNER_PASSWORD" -v web="$WEB_PASSWORD" <<'SQL'
--   ALTER ROLE cobuilding_owner PASSWORD :'owner';
--   ALTER ROLE cobuilding_web PASSWORD :'web';
--   SQL
--
-- and make the database:
--
--   CREATE DATABASE cobuilding OWNER cobuilding_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
--   \connect cobuilding
--   CREATE EXTENSION IF NOT EXISTS btree_gist;
--   REVOKE ALL ON DATABASE cobuilding FROM PUBLIC;
--   REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--   GRANT CONNECT ON DATABASE cobuilding TO cobuilding_web;
--   GRANT USAGE ON SCHEMA public TO cobuilding_web;
--
-- ConnectionStrings__Owner then names cobuilding_owner, ConnectionStrings__Portal cobuilding_web.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cobuilding_owner') THEN
        CREATE ROLE cobuilding_owner;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cobuilding_web') THEN
        CREATE ROLE cobuilding_web;
    END IF;
END $$;

-- Owns the tables: migrations, verification, backup. It sees all districts.
ALTER ROLE cobuilding_owner LOGIN BYPASSRLS NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;

-- The portal itself. It owns nothing, and row-level security binds it.
ALTER ROLE cobuilding_web LOGIN NOBYPASSRLS NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE cobuilding_web SET statement_timeout = '15s';
ALTER ROLE cobuilding_web SET lock_timeout = '3s';
ALTER ROLE cobuilding_web SET idle_in_transaction_session_timeout = '60s';
-- The portal's statements are many and short; compiling one (JIT) takes longer than running it.
ALTER ROLE cobuilding_web SET jit = off;
