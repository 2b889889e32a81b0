"""compare.py CLAIMS.parquet CLAIMS.jsonl: DuckDB and pyarrow must find the records in the rows."""

import json
import sys

import duckdb
import pyarrow.parquet

path, lines = sys.argv[1:3]
records = [json.loads(line) for line in open(lines, encoding="utf-8")]
claims = [r for r in records if r["v"] == "claim/1"]

want = {
    "rows": len(records),
    "claims": len(claims),
    "sources": sum("name" in c["source"] for c in claims),
    "quantities": sum(len(c.get("quantities", [])) for c in claims),
    "dollars": sum(q["unit"] == "USD" and (q["value"] or 0) > 1000 for c in claims for q in c.get("quantities", [])),
    "times": sum(len(c.get("times", [])) for c in claims),
    "places": sum(len(c.get("places", [])) for c in claims),
}
row = duckdb.sql(f"""select count(*) as rows, count(id) as claims, count(source.name) as sources, sum(len(quantities)) as quantities,
    sum(len(list_filter(quantities, lambda q: q.unit = 'USD' and q.value > 1000))) as dollars,
    sum(len(times)) as times, sum(len(places)) as places from '{path}'""")
got = dict(zip(row.columns, map(int, row.fetchall()[0])))
assert got == want, f"DuckDB finds {got}, the records say {want}"
by_stance = dict(duckdb.sql(f"select stance, count(*) from '{path}' where id is not null group by 1").fetchall())
assert sum(by_stance.values()) == len(claims), by_stance

# A field that is absent in a record is null, "" or false in the row.
PLAIN = ["article", "doc", "id", "url", "title", "section", "type", "stance", "factuality", "content", "parent", "rule", "conf", "negated", "conditional", "sentence", "last_sentence"]
LISTS = {
    "parts": ["text", "start", "end"],
    "hedges": ["text", "start", "end"],
    "quantities": ["text", "start", "end", "kind", "value", "low", "high", "unit", "of", "subject", "modifier", "bound", "role", "dir", "part_of", "per", "equivalent"],
    "times": ["text", "start", "end", "type", "value", "mod", "role", "from", "to"],
    "places": ["text", "start", "end", "iso", "ref"],
}


def flat(record, name):
    value = record.get(name)
    return value or None


rows = pyarrow.parquet.read_table(path).to_pylist()
assert len(rows) == len(records)
for r, c in zip(rows, records):
    for name in PLAIN:
        assert flat(r, name) == flat(c, name), (name, r, c)
    for name, fields in LISTS.items():
        a = [[flat(x, f) for f in fields] for x in r[name]]
        b = [[flat(x, f) for f in fields] for x in c.get(name, [])]
        assert a == b, (name, a, b)
    if c["v"] != "claim/1":
        continue
    for name in ["mention", "start", "end", "kind", "name", "role", "ref", "reason"]:
        assert flat(r["source"], name) == flat(c["source"], name), (name, r, c)
    for name in ["cue", "addressee"]:
        assert (r[name] or None) == c.get(name), (name, r, c)
    if "published" in c:
        assert r["published"].isoformat().startswith(c["published"][:10]), (r["published"], c["published"])
print(f"{len(rows)} rows, {len(claims)} claims: DuckDB {duckdb.__version__} and pyarrow {pyarrow.__version__} agree with the records")
