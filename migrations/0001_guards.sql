-- The journal is append-only: no row is changed or removed, and each is the successor of the last.
-- REPLACE on an existing seq is an insert out of order and refused as such.
CREATE TRIGGER `events_never_changed` BEFORE UPDATE ON `events` BEGIN
	SELECT RAISE(ABORT, 'journal: an event is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `events_never_removed` BEFORE DELETE ON `events` BEGIN
	SELECT RAISE(ABORT, 'journal: an event is never removed');
END;
--> statement-breakpoint
-- Next seq, hash of the last event, time not before it; the first event of all has seq 1.
CREATE TRIGGER `events_in_order` BEFORE INSERT ON `events` WHEN coalesce(
	(SELECT `seq` = NEW.`seq` - 1 AND `hash` = NEW.`prev_hash` AND `at` <= NEW.`at`
		FROM `events` ORDER BY `seq` DESC LIMIT 1),
	NEW.`seq` = 1
) IS NOT 1 BEGIN
	SELECT RAISE(ABORT, 'journal: the event does not follow the last one');
END;
