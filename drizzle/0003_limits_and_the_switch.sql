CREATE TABLE "issuing_switch" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"paused_at" timestamp with time zone,
	"quarantine_until" timestamp with time zone,
	"reason" text,
	CONSTRAINT "issuing_switch_only" CHECK ("issuing_switch"."only")
);
--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "limits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
insert into issuing_switch default values;--> statement-breakpoint
grant select on issuing_switch to kept_app;--> statement-breakpoint
grant select, update on issuing_switch to kept_across;--> statement-breakpoint

-- An account is frozen while a person looks at it; nothing that is sent may be decided meanwhile.
create function keep_frozen_still() returns trigger language plpgsql as $$
begin
  if exists (select 1 from credit_lanes l where l.shop_id = new.shop_id and l.id = new.lane_id and l.frozen_reason is not null) then
    raise exception 'nothing is sent on a frozen account' using errcode = 'KE009';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger frozen before insert on leg_attempts for each row execute function keep_frozen_still();
