-- Reviewed: the read tables with text keys are WITHOUT ROWID, which saves each write a second tree.
CREATE TABLE `call_attempts` (
	`ticket_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`leg_index` integer NOT NULL,
	`at` integer NOT NULL,
	`counter_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`counted` integer NOT NULL,
	`policy` text,
	`rule_version` integer,
	`score` integer,
	`passed_over` text NOT NULL,
	`protected_by` text,
	PRIMARY KEY(`ticket_id`, `attempt`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `commands` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counter_sessions` (
	`opened_seq` integer PRIMARY KEY NOT NULL,
	`counter_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`business_day` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `counter_sessions_open` ON `counter_sessions` (`counter_id`) WHERE "counter_sessions"."closed_at" IS NULL;--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`business_day` text NOT NULL,
	`type` text NOT NULL,
	`ticket_id` text,
	`counter_id` text,
	`actor_role` text NOT NULL,
	`actor_staff` text,
	`command_id` text NOT NULL,
	`data` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_ticket` ON `events` (`ticket_id`) WHERE "events"."ticket_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `events_business_day` ON `events` (`business_day`);--> statement-breakpoint
CREATE TABLE `legs` (
	`ticket_id` text NOT NULL,
	`leg_index` integer NOT NULL,
	`service_id` text NOT NULL,
	`lane_id` text NOT NULL,
	`entered_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`end_reason` text,
	PRIMARY KEY(`ticket_id`, `leg_index`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `meta` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall` text NOT NULL,
	`epoch` text NOT NULL,
	`created_at` integer NOT NULL,
	`projection` integer NOT NULL,
	CONSTRAINT "meta_single" CHECK("meta"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`business_day` text NOT NULL,
	`service_id` text NOT NULL,
	`lane_id` text NOT NULL,
	`state` text NOT NULL,
	`counter_id` text,
	`returns` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`ahead` integer NOT NULL,
	`earlier` integer NOT NULL,
	`pass_over_cap` integer NOT NULL,
	`wait_low_ms` integer,
	`wait_high_ms` integer,
	`ended_at` integer,
	`end_reason` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`business_day`,`number`);