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
import pytest

HERE = pathlib.Path(__file__).parent
BINARY = os.path.abspath(os.environ.get("CLAIMWIRE", HERE / "../../bin/claimwire"))


@pytest.fixture(scope="module")
def dump(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dump")
    subprocess.run(["go", "run", "./corpus/synth/dump", "-out", folder, "-articles", "240", "-per", "30", "-words", "250"], cwd=HERE / "../..", check=True)
    old = time.time() - 3600
    files = sorted(glob.glob(f"{folder}/*"))
    for f in files:
        os.utime(f, (old, old))
    return files


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


def spark(*args, master="local[2]", **kwargs):
    env = dict(os.environ, PYSPARK_PYTHON=sys.executable, PYSPARK_SUBMIT_ARGS=f"--master {master} --conf spark.ui.enabled=false pyspark-shell")
    return subprocess.Popen([sys.executable, HERE / "claimwire_spark.py", *map(str, args)], env=env, **kwargs)


def test_shards(dump, plain, tmp_path):
    out = tmp_path / "out"
    assert spark("shards", BINARY, out, *dump).wait() == 0
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


def test_executor_killed(dump, plain, tmp_path):
    """Two executors of their own; one is killed with kill -9 in mid-shard, its task is done again."""
    out = tmp_path / "out"
    log = open(tmp_path / "spark.log", "w+")
    job = spark("shards", BINARY, out, *dump, master="local-cluster[2,1,1024]", stderr=log)
    try:
        kill_executor(job, out, log.name)
        assert job.wait() == 0
    finally:
        job.kill()
    lost = pathlib.Path(log.name).read_text()
    assert "Lost executor" in lost or "Lost task" in lost, "Spark noted no loss:\n" + lost[-3000:]
    assert tree(out) == tree(plain)


def kill_executor(job, out, log):
    """Waits until one shard is done and another half done; a busy machine may need minutes to start Spark."""
    for _ in range(9000):
        time.sleep(0.1)
        assert job.poll() is None, "the job ended before anything was killed:\n" + pathlib.Path(log).read_text()[-3000:]
        if glob.glob(f"{out}/accounts/*") and glob.glob(f"{out}/claims/.*"):
            for executor in executors_of(job.pid):
                if list(children(executor)):
                    os.kill(executor, signal.SIGKILL)
                    return
    raise AssertionError("no executor was seen at work:\n" + pathlib.Path(log).read_text()[-3000:])


def descendants(pid):
    for child in children(pid):
        yield child
        yield from descendants(child)


def children(pid):
    found = []
    for task in glob.glob(f"/proc/{pid}/task/*/children"):
        try:
            found += map(int, pathlib.Path(task).read_text().split())
        except FileNotFoundError:
            pass
    return found


def executors_of(pid):
    for p in descendants(pid):
        try:
            if b"CoarseGrainedExecutorBackend" in pathlib.Path(f"/proc/{p}/cmdline").read_bytes():
                yield p
        except FileNotFoundError:
            pass
