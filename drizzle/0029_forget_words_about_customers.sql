-- A person's name goes out of rows about their returns, and now also out of rows about them or about their account: a
-- difference nobody has a return for, a note another app left with a credit. Names are words of other things too, so
-- rows about nobody in particular keep theirs. An address or a number is one person's wherever it stands, as before.
drop function forget_words(uuid, text[], text[], uuid[]);--> statement-breakpoint
create function forget_words(which uuid, exact text[], names text[], of_returns uuid[], of_customers text[]) returns bigint language plpgsql as $$
declare
  c record;
  word text;
  pattern text;
  counted bigint;
  touched bigint := 0;
begin
  if current_user <> 'kept_redactor' or current_shop() is distinct from which then
    raise exception 'a person is forgotten behind the door for it only' using errcode = 'KE011';
  end if;
  for c in
    select t.relname as name, a.attname as column_name, y.typname = 'jsonb' as json,
           (select string_agg(case b.attname when 'customer_gid' then 'customer_gid = any ($4)'
                     when 'lane_id' then 'lane_id in (select id from credit_lanes where shop_id = $1 and owner_gid = any ($4))'
                     else format('%I = any ($3)', b.attname) end, ' or ')
              from pg_attribute b where b.attrelid = t.oid and not b.attisdropped
               and (b.attname in ('return_id', 'customer_gid', 'lane_id') or (t.relname = 'returns' and b.attname = 'id'))) as theirs
      from pg_class t
      join pg_attribute s on s.attrelid = t.oid and s.attname = 'shop_id' and not s.attisdropped
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      join pg_type y on y.oid = a.atttypid and y.typname in ('text', 'jsonb', 'varchar')
     where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace and not t.relispartition
       and t.relname not in ('audit_entries', 'return_words')
  loop
    foreach word in array exact || names loop
      continue when word = any (names) and c.theirs is null;
      -- As it stands in a JSON text, and with nothing in it that means something in a pattern.
      pattern := regexp_replace(case when c.json then trim(both '"' from to_jsonb(word)::text) else word end,
        '([.*+?^${}()|\[\]\\])', '\\\1', 'g');
      if word = any (names) then pattern := '\m' || pattern || '\M'; end if;
      -- A number is the same number however it is spaced.
      if word ~ '^[+(]?[0-9][0-9 ().-]{5,}$' then
        pattern := '[+(]?' || regexp_replace(regexp_replace(word, '[^0-9]', '', 'g'), '(\d)(?=\d)', '\1[^0-9]{0,2}', 'g');
      end if;
      execute format('update %I set %I = regexp_replace(%I::text, $2, ''[removed]'', ''gi'')::%s where shop_id = $1 and %I::text ~* $2%s',
        c.name, c.column_name, c.column_name, case when c.json then 'jsonb' else 'text' end, c.column_name,
        case when word = any (names) then format(' and (%s)', c.theirs) else '' end)
        using which, pattern, of_returns, of_customers;
      get diagnostics counted = row_count;
      touched := touched + counted;
    end loop;
  end loop;
  return touched;
end $$;
