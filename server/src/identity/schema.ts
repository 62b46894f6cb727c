/**
 * Tables of `identity.sqlite`, step by step. A step that has been released is never edited; the file says
 * in `user_version` how many it has. Triggers keep the trail append-only, as those of a journal do.
 */
export const STEPS: readonly string[] = [
  `CREATE TABLE meta (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     kind TEXT NOT NULL CHECK (kind IN ('demo', 'real')),
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE accounts (
     staff TEXT PRIMARY KEY,
     passphrase TEXT NOT NULL,
     must_change INTEGER NOT NULL,
     roles TEXT NOT NULL,
     halls TEXT,
     disabled INTEGER NOT NULL,
     created_at INTEGER NOT NULL,
     last_sign_in_at INTEGER
   ) STRICT;
   CREATE TABLE devices (
     device TEXT PRIMARY KEY,
     role TEXT NOT NULL,
     hall TEXT NOT NULL,
     place TEXT NOT NULL,
     name TEXT NOT NULL,
     key TEXT NOT NULL,
     paired_at INTEGER NOT NULL,
     paired_by TEXT NOT NULL,
     last_seen_at INTEGER,
     version TEXT,
     revoked_at INTEGER
   ) STRICT;
   CREATE TABLE sessions (
     id TEXT PRIMARY KEY,
     staff TEXT REFERENCES accounts (staff),
     device TEXT REFERENCES devices (device),
     at_device TEXT REFERENCES devices (device),
     started_at INTEGER NOT NULL,
     ends_at INTEGER NOT NULL,
     lock_after_ms INTEGER,
     locked INTEGER NOT NULL,
     CHECK ((staff IS NULL) <> (device IS NULL))
   ) STRICT;
   CREATE TABLE trail (
     seq INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     what TEXT NOT NULL,
     subject TEXT NOT NULL,
     by_staff TEXT,
     detail TEXT NOT NULL,
     prev_hash TEXT NOT NULL,
     hash TEXT NOT NULL
   ) STRICT;
   CREATE TRIGGER trail_never_changed BEFORE UPDATE ON trail BEGIN
     SELECT RAISE(ABORT, 'trail: an entry is never changed');
   END;
   CREATE TRIGGER trail_never_removed BEFORE DELETE ON trail BEGIN
     SELECT RAISE(ABORT, 'trail: an entry is never removed');
   END;
   CREATE TRIGGER trail_in_order BEFORE INSERT ON trail WHEN coalesce(
     (SELECT seq = NEW.seq - 1 AND hash = NEW.prev_hash AND at <= NEW.at
        FROM trail ORDER BY seq DESC LIMIT 1),
     NEW.seq = 1
   ) IS NOT 1 BEGIN
     SELECT RAISE(ABORT, 'trail: the entry does not follow the last one');
   END;`,
  `ALTER TABLE devices ADD COLUMN contested_at INTEGER;`,
  `CREATE INDEX trail_of_subject ON trail (subject);
   CREATE INDEX trail_of_staff ON trail (by_staff);
   CREATE INDEX trail_of_what ON trail (what);
   CREATE INDEX trail_of_time ON trail (at);`,
];
