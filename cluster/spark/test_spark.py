"""Runs claimwire_spark.py on a Spark of this machine: python -m pytest cluster/spark

CLAIMWIRE names the binary. It needs pyspark, pyarrow and pytest from PyPI, and Java.
"""

import glob
import hashlib
import json
import os
import pathlib
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


def spark(*args):
    env = dict(os.environ, PYSPARK_PYTHON=sys.executable, PYSPARK_SUBMIT_ARGS="--master local[2] --conf spark.ui.enabled=false pyspark-shell")
    return subprocess.Popen([sys.executable, HERE / "claimwire_spark.py", *map(str, args)], env=env)


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
