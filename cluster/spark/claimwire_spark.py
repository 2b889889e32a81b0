"""Claimwire on Spark: the plain binary, which must be at the same path on every host.

    spark-submit claimwire_spark.py shards CLAIMWIRE OUT INPUT...   # a shard a task; files as claimwire run leaves them
    spark-submit claimwire_spark.py table CLAIMWIRE OUT ARTICLES    # JSON Lines of articles to a Parquet table of claims

In the first form OUT is a folder that all hosts share, and inputs are files they all
see; a task that is lost is done again, and what was done is left as it is. In the second, articles and claims are
data frames: use claims_of in a job of your own.
"""

import json
import subprocess
import sys
import threading

from pyspark.sql import SparkSession

SCHEMA = "article string, id string, doc string, source string, kind string, stance string, factuality string, content string, record string"


def shards(spark, binary, out, inputs):
    """Runs each shard as a task, then sums up. Returns the exit code of claimwire run."""
    n = len(inputs)

    def one(i):
        run = subprocess.run([binary, "run", "-o", out, "--workers", "1", "--shard", f"{i}/{n}", *inputs], stderr=subprocess.PIPE, text=True)
        if run.returncode not in (0, 1):  # 1: some articles failed, and lie in errors/
            raise RuntimeError(f"claimwire ended with {run.returncode}: {run.stderr[-2000:]}")
        return run.returncode

    spark.sparkContext.parallelize(range(n), n).map(one).collect()
    return subprocess.run([binary, "run", "-o", out, *inputs]).returncode


def claims_of(articles, binary):
    """articles has the columns of a JSON Lines input: id, text or html, and url, title, published if known."""

    def extract(batches):
        import pyarrow as pa

        process = subprocess.Popen([binary, "extract", "--workers", "1", "--from", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

        def feed():
            with process.stdin as to:
                for batch in batches:
                    for row in batch.to_pylist():
                        to.write(json.dumps({k: v for k, v in row.items() if v is not None}).encode() + b"\n")

        threading.Thread(target=feed, daemon=True).start()
        rows = []
        for line in process.stdout:
            c = json.loads(line)
            if c.get("v") == "claim/1":  # the others say what failed
                s = c["source"]
                rows.append((c["article"], c["id"], c["doc"], s.get("name"), s["kind"], c["stance"], c["factuality"], c.get("content"), line.decode().rstrip("\n")))
            if len(rows) >= 1000:
                yield pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in zip(*rows)], [f.split()[0] for f in SCHEMA.split(", ")])
                rows = []
        if rows:
            yield pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in zip(*rows)], [f.split()[0] for f in SCHEMA.split(", ")])
        if process.wait() not in (0, 1):
            raise RuntimeError(f"claimwire ended with {process.returncode}")

    return articles.mapInArrow(extract, SCHEMA)


if __name__ == "__main__":
    if len(sys.argv) < 5 or sys.argv[1] not in ("shards", "table"):
        sys.exit(__doc__)
    form, binary, out, *inputs = sys.argv[1:]
    spark = SparkSession.builder.appName("claimwire").getOrCreate()
    code = 0
    if form == "shards":
        code = shards(spark, binary, out, inputs)
    else:
        claims_of(spark.read.json(inputs).repartition(spark.sparkContext.defaultParallelism * 4), binary).write.parquet(out)
    spark.stop()
    sys.exit(code)
