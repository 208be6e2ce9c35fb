CREATE INDEX "returns_by_status" ON "returns" USING btree ("shop_id","status","id");--> statement-breakpoint

-- A beginning is a range of bytes: only in this order is it one range of the index, whatever the cluster's language.
alter table return_words alter column word type text collate "C";
