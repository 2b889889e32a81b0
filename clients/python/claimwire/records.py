"""The records of claimwire as dataclasses. Made by generate.py: do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class ChainEntry:
    name: str
    type: str
    iso: str = ""
    mentions: list[int] = field(default_factory=list)
    role: str = ""


@dataclass
class Claim:
    doc: str
    factuality: str
    id: str
    rule: str
    section: str
    sentence: int
    stance: str
    type: str
    v: str
    addressee: Passage | None = None
    article: str = ""
    conditional: bool = False
    conf: float | None = None
    content: str = ""
    cue: Passage | None = None
    hedges: list[Passage] = field(default_factory=list)
    last_sentence: int = 0
    negated: bool = False
    parent: str = ""
    parts: list[Passage] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    published: str = ""
    quantities: list[Quantity] = field(default_factory=list)
    source: Source | None = None
    times: list[Time] = field(default_factory=list)
    title: str = ""
    url: str = ""


@dataclass
class Engine:
    lists: str
    version: str
    weights: str


@dataclass
class EntityEntry:
    end: int
    start: int
    text: str
    type: str
    chain: int = 0
    iso: str = ""
    name: str = ""
    role: str = ""


@dataclass
class Passage:
    end: int
    start: int
    text: str


@dataclass
class Place:
    end: int
    iso: str
    start: int
    text: str
    ref: str = ""


@dataclass
class Quantity:
    bound: str
    end: int
    modifier: str
    of: str
    start: int
    text: str
    unit: str
    base: float | None = None
    base_unit: str = ""
    derived: bool = False
    dir: str = ""
    equivalent: str = ""
    exact: str = ""
    group: int = 0
    high: float | None = None
    kind: str = ""
    low: float | None = None
    part_of: str = ""
    per: str = ""
    rank: str = ""
    role: str = ""
    rule: str = ""
    subject: str = ""
    value: float | None = None


@dataclass
class QuoteEntry:
    depth: int
    end: int
    start: int
    use: str


@dataclass
class Document:
    doc: str
    id: str
    text: str
    text_sha256: str
    v: str
    agency: str = ""
    authors: list[str] = field(default_factory=list)
    chains: list[ChainEntry] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    dek: str = ""
    duplicate_of: str = ""
    engine: Engine | None = None
    entities: list[EntityEntry] = field(default_factory=list)
    extra: dict = field(default_factory=dict)
    lang: str = ""
    paywall: bool = False
    published: str = ""
    published_from: str = ""
    quantities: list[Quantity] = field(default_factory=list)
    quotes: list[QuoteEntry] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    sentences: list[SentenceEntry] = field(default_factory=list)
    site: str = ""
    times: list[Time] = field(default_factory=list)
    title: str = ""
    tokens: list[TokenEntry] = field(default_factory=list)
    url: str = ""
    warnings: list[str] = field(default_factory=list)


@dataclass
class Section:
    end: int
    name: str
    start: int


@dataclass
class SentenceEntry:
    end: int
    n: int
    section: str
    start: int


@dataclass
class Source:
    kind: str
    end: int = 0
    mention: str = ""
    name: str = ""
    reason: str = ""
    ref: str = ""
    role: str = ""
    start: int = 0


@dataclass
class Time:
    end: int
    start: int
    text: str
    type: str
    anchor: str = ""
    direction: str = ""
    fiscal: bool = False
    freq: str = ""
    from_: str = ""
    mod: str = ""
    quant: str = ""
    role: str = ""
    rule: str = ""
    to: str = ""
    value: str = ""


@dataclass
class TokenEntry:
    end: int
    start: int
    lemma: str = ""
    upos: str = ""
    xpos: str = ""
