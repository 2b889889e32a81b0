"""Runs claimwire_spark.py on a Spark of this machine: python -m pytest cluster/spark

CLAIMWIRE names the binary. It needs pyspark, pyarrow and pytest from PyPI, and Java.
"""

import glob
import hashlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import pyarrow.parquet
import pyspark
import pytest

HERE = pathlib.Path(__file__).parent
BINARY = os.path.abspath(os.environ.get("CLAIMWIRE", HERE / "../../bin/claimwire"))


def made(folder, articles, per, words):
    """Shards of made stories, written an hour ago, so that a run believes their time."""
    subprocess.run(
        ["go", "run", "./corpus/synth/dump", "-out", folder, "-articles", str(articles), "-per", str(per), "-words", str(words)], cwd=HERE / "../..", check=True
    )
    old = time.time() - 3600
    files = sorted(glob.glob(f"{folder}/*"))
    for f in files:
        os.utime(f, (old, old))
    return files


@pytest.fixture(scope="module")
def dump(tmp_path_factory):
    return made(tmp_path_factory.mktemp("dump"), articles=240, per=30, words=250)


@pytest.fixture(scope="module")
def plain(dump, tmp_path_factory):
    out = tmp_path_factory.mktemp("plain")
    subprocess.run([BINARY, "run", "-o", out, *dump], check=True)
    return out


def tree(folder):
    return {
        os.path.relpath(p, folder): hashlib.sha256(pathlib.Path(p).read_bytes()).hexdigest()
        for p in glob.glob(f"{folder}/**", recursive=True)
        if os.path.isfile(p)
    }


def spark(*args, master="local[2]", **how):
    env = dict(os.environ, PYSPARK_PYTHON=sys.executable, PYSPARK_SUBMIT_ARGS=f"--master {master} --conf spark.ui.enabled=false pyspark-shell")
    env["SPARK_HOME"] = os.path.dirname(pyspark.__file__)  # executors of a local cluster are started from there
    return subprocess.Popen([sys.executable, HERE / "claimwire_spark.py", *map(str, args)], env=env, **how)


def descendants(pid):
    """The processes below pid, as pairs of their number and their command line."""
    children = {}
    for stat in glob.glob("/proc/[0-9]*/stat"):
        try:
            number, rest = pathlib.Path(stat).read_text().split(" (", 1)
            command = pathlib.Path(stat).with_name("cmdline").read_bytes().decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has ended
        children.setdefault(int(rest.rsplit(")", 1)[1].split()[1]), []).append((int(number), command))
    found, todo = [], [pid]
    while todo:
        below = children.get(todo.pop(), [])
        found += below
        todo += [number for number, _ in below]
    return found


def test_shards(dump, plain, tmp_path):
    out = tmp_path / "out"
    assert spark("shards", BINARY, out, *dump).wait() == 0
    assert tree(out) == tree(plain)


def test_executor_killed(tmp_path):
    """On a cluster of two executors, one is killed while it works on a shard: the result is that of a plain run."""
    inputs = made(tmp_path / "dump", articles=600, per=100, words=650)
    plain = tmp_path / "plain"
    subprocess.run([BINARY, "run", "-q", "-o", plain, *inputs], check=True)
    out, log = tmp_path / "out", tmp_path / "log"
    with open(log, "wb") as to:
        job = spark("shards", BINARY, out, *inputs, master="local-cluster[2,1,1024]", stderr=to)
        killed = None
        while killed is None and job.poll() is None:
            for number, command in descendants(job.pid):
                if "CoarseGrainedExecutorBackend" in command and any(c.startswith(BINARY) for _, c in descendants(number)):
                    os.kill(number, signal.SIGKILL)
                    killed = number
                    break
            time.sleep(0.02)
        code = job.wait()
    text = log.read_text(errors="replace")
    assert killed, "no executor was seen at work: " + text[-3000:]
    assert code == 0, text[-3000:]
    assert "Lost executor" in text
    assert tree(out) == tree(plain)


def test_table(dump, plain, tmp_path):
    out = tmp_path / "table"
    assert spark("table", BINARY, out, *dump).wait() == 0
    want = sorted(
        line.rstrip("\n") for f in glob.glob(f"{plain}/claims/*.jsonl") for line in open(f, encoding="utf-8") if line.startswith('{"v":"claim/1"')
    )
    table = pyarrow.parquet.read_table(out)
    assert sorted(table["record"].to_pylist()) == want
    assert table["id"].to_pylist() == [json.loads(r)["id"] for r in table["record"].to_pylist()]
