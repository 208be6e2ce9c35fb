DROP INDEX "issuance_legs_due";--> statement-breakpoint
CREATE INDEX "issuance_legs_due" ON "issuance_legs" USING btree ("shop_id","next_at") WHERE state in ('ready', 'sending', 'unknown');