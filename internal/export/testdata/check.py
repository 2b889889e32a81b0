"""Read an export with the tool's own reader: check.py FORMAT PATH. Exits 3 where the tool is not installed."""
import glob
import json
import sys

KINDS = ("Source", "Cue", "Content")


def brat(path):
    from pybrat.parser import BratParser

    # The cue and the trigger of its event share a span, as in PolNeAR, which "raise" refuses:
    # so what was left out is counted instead.
    n = 0
    written = sum(l.startswith("T") for f in glob.glob(path + "/*.ann") for l in open(f, encoding="utf-8"))
    for example in BratParser(error="ignore").parse(path):
        for entity in example.entities:
            got = " ".join(example.text[s.start:s.end] for s in entity.spans)
            assert got == entity.mention, (got, entity.mention)
            n += 1
    assert n == written, (n, written)
    return n


def labelstudio(path):
    from label_studio_sdk.label_interface import LabelInterface

    labels = "".join(f'<Label value="{k}"/>' for k in KINDS)
    relations = "".join(f'<Relation value="has{k}"/>' for k in KINDS)
    li = LabelInterface(f'<View><Labels name="label" toName="text">{labels}</Labels><Relations>{relations}</Relations><Text name="text" value="$text"/></View>')
    tasks, n = json.load(open(path, encoding="utf-8")), 0
    for task in tasks:
        assert li.validate_task({"data": task["data"]}), task  # of a task with predictions it asks itself wrongly
        units = task["data"]["text"].encode("utf-16-le")
        for prediction in task["predictions"]:
            assert li.validate_prediction(prediction), prediction
            for r in prediction["result"]:
                if r["type"] == "labels":
                    v = r["value"]
                    assert units[2 * v["start"]:2 * v["end"]].decode("utf-16-le") == v["text"], v
                    n += 1
    return n


def spacy(path):
    import spacy
    from spacy.tokens import Doc, DocBin

    vocab, n, box = spacy.blank("en").vocab, 0, DocBin()
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        doc = Doc(vocab).from_json(record, validate=True)
        assert doc.text == record["text"]
        box.add(doc)
    for line, doc in zip(open(path, encoding="utf-8"), DocBin().from_bytes(box.to_bytes()).get_docs(vocab)):
        record = json.loads(line)
        for span, want in zip(doc.spans["claims"], record["spans"]["claims"]):
            assert span.text == record["text"][want["start"]:want["end"]], (span.text, want)
            assert span.label_ in KINDS
            n += 1
    return n


def spans(path, of):
    n = 0
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        for start, end, want in of(record):
            assert record["text"][start:end] == want, (record["text"][start:end], want)
            n += 1
    return n


def jsonld(path):
    from pyld import jsonld as ld

    # The terms that records use, so that no context is fetched: the vocabularies have many more.
    def load(url, options={}):
        if url.startswith("https://schema.org"):
            context = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}
        else:
            oa = "http://www.w3.org/ns/oa#"
            context = {"@vocab": oa, "id": "@id", "type": "@type", "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"}, "source": {"@id": oa + "hasSource", "@type": "@id"}, "target": {"@id": oa + "hasTarget"}}
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}, "contentType": "application/ld+json"}

    ld.set_document_loader(load)
    n = 0
    for line in open(path, encoding="utf-8"):
        graph = ld.to_rdf(json.loads(line))
        n += len(graph["@default"])
    return n


def main():
    form, path = sys.argv[1:]
    prodigy = lambda r: [(s["start"], s["end"], r["text"][s["start"]:s["end"]]) for s in r["spans"] if s["label"] in KINDS]
    doccano = lambda r: [(e["start_offset"], e["end_offset"], r["text"][e["start_offset"]:e["end_offset"]]) for e in r["entities"] if e["label"] in KINDS]
    readers = {"brat": brat, "labelstudio": labelstudio, "spacy": spacy, "webanno": jsonld, "schemaorg": jsonld, "prodigy": lambda p: spans(p, prodigy), "doccano": lambda p: spans(p, doccano)}
    try:
        n = readers[form](path)
    except ImportError as e:
        print(e)
        sys.exit(3)
    assert n > 0, "nothing was read"
    print(n, "spans or statements")


main()
