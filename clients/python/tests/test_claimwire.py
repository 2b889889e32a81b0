"""Against the real program and the real server: CLAIMWIRE is the path of the program."""

import json
import os
import pathlib
import sys
import threading
import urllib.request

import pytest

import claimwire
from claimwire.testing import Server

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import generate  # noqa: E402

BINARY = os.environ.get("CLAIMWIRE") or claimwire._binary()
NEWS = "😀 Mayor Ann Lee said on Wednesday that the café would cost €3 million.\n\n“It may close,” she added."


@pytest.fixture(scope="module")
def server():
    with Server(BINARY) as s:
        yield s


@pytest.fixture(params=["process", "server"])
def extractor(request, server):
    with claimwire.Extractor(server=server.url) if request.param == "server" else claimwire.Extractor(binary=BINARY) as e:
        yield e


def test_claims(extractor):
    d = extractor.extract(NEWS, id="7f3a", url="https://news.example/7f3a", title="Café", published="2024-10-24")
    first, second = d.claims
    assert (d.id, d.url, d.text) == ("7f3a", "https://news.example/7f3a", NEWS)
    assert (first.source.name, first.stance, first.factuality, first.type) == ("Ann Lee", "assert", "CT+", "indirect")
    assert (first.quantities[0].value, first.quantities[0].unit) == (3000000, "EUR")
    assert (first.times[0].value, first.times[0].from_, first.times[0].role) == ("2024-10-23", "2024-10-23", "said")
    assert (second.type, second.factuality, second.parts[0].text) == ("direct", "PS+", "It may close")
    assert (first.article, first.url, first.title, first.published) == ("7f3a", "https://news.example/7f3a", "Café", "2024-10-24")


def test_offsets_are_characters(extractor):
    d = extractor.extract(NEWS)
    for c in d.claims:
        for p in [*c.parts, *c.hedges, *c.quantities, *c.times, *c.places, c.cue]:
            assert d.text[p.start : p.end] == p.text
        if c.source.mention:
            assert d.text[c.source.start : c.source.end] == c.source.mention


def test_pages(extractor):
    d = extractor.extract(html="<!doctype html><title>Café</title><article><p>The mayor said on Monday that the café was closed, and nobody knew when it would open again.</p></article>")
    assert "café" in d.text and d.claims[0].source.mention == "The mayor"


def test_errors(extractor):
    with pytest.raises(claimwire.Error, match="skipped: too short") as e:
        extractor.extract(html="<p>x")
    assert e.value.stage == "clean"
    with pytest.raises(claimwire.Error, match="neither text nor html"):
        extractor.extract()
    assert len(extractor.extract(NEWS, published="soon").claims) == 2  # a date that cannot be read costs the date alone
    assert len(extractor.extract(NEWS).claims) == 2  # it goes on


def test_many_and_table(extractor):
    found = list(extractor.extract_many([{"text": NEWS, "id": "a"}, {"html": "<p>x"}, {"text": "Nothing.", "id": "c"}]))
    assert isinstance(found[1], claimwire.Error)
    table = claimwire.table([d for d in found if not isinstance(d, claimwire.Error)])
    assert list(table["article"]) == ["a", "a"] and list(table["stance"]) == ["assert", "assert"]
    row = table.iloc[0]
    assert NEWS[row["start"] : row["end"]] == row["content"]
    assert len(claimwire.table([found[2]])) == 0


def test_threads(extractor):
    answers = []
    threads = [threading.Thread(target=lambda i=i: answers.append((i, extractor.extract(f"Ann Lee said road {i} was closed.").claims[0].content))) for i in range(20)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert sorted(answers) == [(i, f"road {i} was closed") for i in range(20)]


def test_own_words(tmp_path):
    (tmp_path / "cues.tsv").write_text("# columns: cue\tpos\tframes\tstance\npontificate\tverb\tthat\tbelieve\n")
    with claimwire.Extractor(binary=BINARY, lexicon=str(tmp_path)) as e:
        assert e.extract("Hale pontificated that the road was closed.").claims[0].rule.endswith("+cues.tsv:2")
    (tmp_path / "cues.tsv").write_text("# columns: cue\n")
    with claimwire.Extractor(binary=BINARY, lexicon=str(tmp_path)) as e, pytest.raises(claimwire.Error, match="ended with code 1"):
        e.extract(NEWS)


def test_a_program_that_dies_is_started_again():
    with claimwire.Extractor(binary=BINARY) as e:
        assert e.extract(NEWS).claims
        e._process.kill()
        e._process.wait()
        with pytest.raises(claimwire.Error, match="ended with code"):
            e.extract(NEWS)
        assert e.extract(NEWS).claims


def test_the_module_alone(monkeypatch):
    monkeypatch.setenv("CLAIMWIRE", BINARY)
    assert claimwire.extract(NEWS).claims[0].content == "the café would cost €3 million"


def test_records_are_those_of_the_schema(server):
    with urllib.request.urlopen(server.url + "/openapi.json") as answer:
        api = json.load(answer)
    made = pathlib.Path(claimwire.records.__file__).read_text()
    assert generate.generate(api) == made, "run python generate.py PATH-OF-CLAIMWIRE"


def test_openapi_document(server):
    validator = pytest.importorskip("openapi_spec_validator")
    with urllib.request.urlopen(server.url + "/openapi.json") as answer:
        validator.validate(json.load(answer))
