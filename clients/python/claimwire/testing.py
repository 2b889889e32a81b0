"""A server of one's own, for tests."""

from __future__ import annotations

import json
import subprocess


class Server:
    """Runs claimwire serve on a free port of this machine, until it is closed."""

    def __init__(self, binary: str, *arguments: str):
        self._process = subprocess.Popen([binary, "serve", "--addr", "127.0.0.1:0", "--drain", "0s", *arguments], stderr=subprocess.PIPE, text=True)
        for line in self._process.stderr:
            record = json.loads(line)
            if record.get("msg") == "listening":
                self.url = record["address"]
                break
        else:
            raise RuntimeError(f"claimwire serve ended: {self._process.wait()}")

    def close(self) -> int:
        self._process.terminate()
        self._process.communicate()
        return self._process.returncode

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_) -> None:
        self.close()
