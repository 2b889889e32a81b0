"""Claims of English news: who said it, by which cue, exactly what, how committed.

    import claimwire

    document = claimwire.extract("Mayor Ann Lee said the bridge was safe.")
    for claim in document.claims:
        print(claim.source.name, claim.stance, claim.content)

All start and end are offsets of characters of document.text, so that
document.text[part.start:part.end] == part.text.

The work is done by the program claimwire: as a process beside this one, found in the
package, in CLAIMWIRE or on the PATH, or as a server, whose address is given. A claim is
what somebody is reported to have said, never a fact.
"""

from __future__ import annotations

import atexit
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import threading
import types
import typing
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator

from . import records
from .records import Claim, Document

__all__ = ["Claim", "Document", "Error", "Extractor", "extract", "table"]


class Error(Exception):
    """An article that could not be processed, or is none. `stage` says where it failed."""

    def __init__(self, message: str, stage: str = ""):
        super().__init__(message)
        self.stage = stage


class Extractor:
    """Finds claims, by a process of its own or by the server at an address.

    It may be used by several threads. Close it, or use it in a with statement.
    """

    def __init__(self, server: str | None = None, binary: str | None = None, lexicon: str | None = None, timeout: float = 60):
        self._server = server.rstrip("/") if server else None
        self._command = [binary or _binary(), "annotate", "--from", "jsonl", "--layers", "claims", "-"] if not server else []
        if lexicon:
            if server:
                raise ValueError("own words are given to the server: claimwire serve --lexicon FOLDER")
            self._command[2:2] = ["--lexicon", lexicon]
        self._timeout = timeout
        self._process: subprocess.Popen | None = None
        self._lock = threading.Lock()

    def extract(self, text: str = "", *, html: str = "", id: str = "", url: str = "", title: str = "", published: str = "") -> Document:
        """The document of an article, given as plain text or as a page. Raises Error."""
        given = dict(text=text, html=html, id=id, url=url, title=title, published=published)
        article = {k: v for k, v in given.items() if v}
        line = self._post(article) if self._server else self._ask(article)
        return _document(json.loads(line))

    def extract_many(self, articles: Iterable[dict]) -> Iterator[Document | Error]:
        """The documents of articles, dicts with the arguments of extract, in their order. What
        could not be processed is an Error in its place."""
        for article in articles:
            try:
                yield self.extract(**article)
            except Error as e:
                yield e

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            if self._process:
                self._process.stdin.close()
                self._process.wait()
                self._process.stdout.close()
                self._process = None

    def __enter__(self) -> "Extractor":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def _ask(self, article: dict) -> bytes:
        with self._lock:
            if self._process is None:
                self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            try:
                self._process.stdin.write(json.dumps(article).encode() + b"\n")
                self._process.stdin.flush()
                line = self._process.stdout.readline()
            except BrokenPipeError:
                line = b""
            if not line:
                code = self._process.wait()
                self._process = None
                raise Error(f"claimwire ended with code {code}: run {' '.join(self._command)} to see why")
            return line

    def _post(self, article: dict) -> bytes:
        request = urllib.request.Request(
            self._server + "/v1/annotate?layers=claims", json.dumps(article).encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                return answer.read()
        except urllib.error.HTTPError as e:
            body = e.read()
            if e.headers.get_content_type() == "application/x-ndjson":
                return body
            raise Error(f"{e.code}: {json.loads(body).get('detail', '')}") from e


_default: Extractor | None = None


def extract(text: str = "", **article: str) -> Document:
    """The document of an article, by one process for this program. See Extractor.extract."""
    global _default
    if _default is None:
        _default = Extractor(server=os.environ.get("CLAIMWIRE_SERVER"))
        atexit.register(_default.close)
    return _default.extract(text, **article)


def table(documents: Iterable[Document]):
    """A pandas DataFrame with a row for each claim."""
    import pandas

    columns = ["article", "id", "type", "stance", "factuality", "source", "kind", "role", "cue", "content", "start", "end", "rule"]
    rows = [
        (d.id, c.id, c.type, c.stance, c.factuality, c.source.name, c.source.kind, c.source.role, c.cue.text if c.cue else "", c.content,
         c.parts[0].start if c.parts else None, c.parts[-1].end if c.parts else None, c.rule)
        for d in documents
        for c in d.claims
    ]
    return pandas.DataFrame(rows, columns=columns).astype({"start": "Int64", "end": "Int64"})


def _binary() -> str:
    suffix = ".exe" if os.name == "nt" else ""
    inside = pathlib.Path(__file__).with_name("bin") / ("claimwire" + suffix)
    for path in (os.environ.get("CLAIMWIRE"), str(inside) if inside.exists() else None, shutil.which("claimwire")):
        if path:
            return path
    raise Error("no program claimwire: set CLAIMWIRE to its path, put it on the PATH, or give the address of a server")


def _document(record: dict) -> Document:
    if "error" in record:
        raise Error(record["error"], record.get("stage", ""))
    text = record["text"]
    if not text.isascii():
        _to_characters(record, _characters(text))
    for claim in record.get("claims", []):
        claim.update({k: record[k] for k in ("url", "title", "published") if k in record}, article=record["id"])
    return _make(Document, record)


def _characters(text: str) -> list[int]:
    """Of each byte of the text the character it belongs to, and of its end."""
    at: list[int] = []
    for i, c in enumerate(text):
        at += [i] * len(c.encode())
    return at + [len(text)]


def _to_characters(value, at: list[int]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("start", "end") and isinstance(inner, int):
                value[key] = at[inner]
            elif key != "extra":
                _to_characters(inner, at)
    elif isinstance(value, list):
        for inner in value:
            _to_characters(inner, at)


def _make(cls, data: dict):
    """A dataclass of what a record holds. Fields that it does not know are left out."""
    made = {}
    for f, kind in _fields(cls).items():
        if f.rstrip("_") not in data:
            continue
        v = data[f.rstrip("_")]
        if dataclasses.is_dataclass(kind):
            v = _make(kind, v)
        elif typing.get_origin(kind) is list and dataclasses.is_dataclass(typing.get_args(kind)[0]):
            v = [_make(typing.get_args(kind)[0], item) for item in v or []]
        made[f] = v
    return cls(**made)


_known: dict[type, dict] = {}


def _fields(cls) -> dict:
    if cls not in _known:
        hints = typing.get_type_hints(cls, vars(records))
        for f, kind in hints.items():
            if isinstance(kind, types.UnionType):
                hints[f] = next(k for k in typing.get_args(kind) if k is not type(None))
        _known[cls] = hints
    return _known[cls]
