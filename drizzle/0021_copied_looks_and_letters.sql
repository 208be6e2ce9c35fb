ALTER TABLE "settings_copy_results" ADD COLUMN "brand_before" jsonb;--> statement-breakpoint
ALTER TABLE "settings_copy_results" ADD COLUMN "brand_after" jsonb;--> statement-breakpoint
ALTER TABLE "settings_copy_results" ADD COLUMN "letters_before" jsonb;--> statement-breakpoint
ALTER TABLE "settings_copy_results" ADD COLUMN "letters_after" jsonb;