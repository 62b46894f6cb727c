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
CREATE TRIGGER `events_in_order` BEFORE INSERT ON `events` BEGIN
	SELECT RAISE(ABORT, 'journal: seq is not the next one')
	WHERE NEW.`seq` IS NOT (SELECT coalesce(max(`seq`), 0) + 1 FROM `events`);
	SELECT RAISE(ABORT, 'journal: the event does not follow the last one')
	FROM (SELECT `hash`, `at` FROM `events` ORDER BY `seq` DESC LIMIT 1) AS `last`
	WHERE `last`.`hash` IS NOT NEW.`prev_hash` OR `last`.`at` > NEW.`at`;
END;
