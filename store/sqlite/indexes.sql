-- What queries over millions of claims need beside the rows: numbers with what they count, and the
-- fields that claims are counted by.
drop index quantity_unit;
drop index quantity_value;
create index quantity_unit on quantity(unit, value, low, high, of);
create index quantity_value on quantity(value, low, high, of);
create index claim_counted on claim(stance, factuality, source_kind, type, rule);
