-- What is written once stays as it was written, except for the one role that forgets people: a credit's note may say
-- whose it is, and whoever works for a shop may be a customer of it.
create or replace trigger lawful before update on issuance_legs for each row when (current_user <> 'kept_redactor') execute function keep_leg_lawful();--> statement-breakpoint
create or replace trigger once before update on leg_attempts for each row when (current_user <> 'kept_redactor') execute function keep_attempt();--> statement-breakpoint
create or replace trigger lawful before update on api_keys for each row when (current_user <> 'kept_redactor') execute function keep_api_key();--> statement-breakpoint
create or replace trigger lawful before update on bulk_batches for each row when (current_user <> 'kept_redactor') execute function keep_batch();--> statement-breakpoint
create or replace trigger found_once before update on differences for each row when (current_user <> 'kept_redactor') execute function keep_difference();
