"""The documents of a published edition that programs read, by path: from a folder or from a server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publish_checks.editions import BASE, PATH, manifest
from publish_checks.servers import Site


class Documents(dict[str, bytes]):
    @classmethod
    def of(cls, folder: Path) -> Documents:
        names = [file["path"] for file in manifest(folder)["files"]]
        wanted = [name for name in names if name.endswith((".json", ".xml"))] + ["edition.json", "checkpoint"]
        return cls({name: (folder / name).read_bytes() for name in wanted})

    @classmethod
    def from_site(cls, site: Site, names: list[str]) -> Documents:
        return cls({name: site.ask(PATH + name).body for name in names})

    def json(self, name: str) -> Any:
        return json.loads(self[name], object_pairs_hook=_no_key_twice)

    @property
    def edition(self) -> str:
        return str(self.json("edition.json")["edition"])

    @property
    def feeds(self) -> list[str]:
        """Everything that is to be a JSON Feed."""
        return [name for name in self if name in {"feed.json", "guides.json"} or name.startswith(("archive/", "topic/"))]

    def chain(self) -> Iterator[tuple[str, Any]]:
        """From the live page back to the first event, as `next_url` leads."""
        name, seen = "feed.json", set()
        while name:
            if name in seen:
                raise ValueError(f"next_url leads in a circle, to {name}")
            seen.add(name)
            page = self.json(name)
            yield name, page
            address = page.get("next_url", "")
            if address and not address.startswith(BASE):
                raise ValueError(f"{name}: next_url leads elsewhere: {address}")
            name = address.removeprefix(BASE)

    @property
    def log(self) -> list[Any]:
        """Every event, oldest first."""
        return [item for _, page in self.chain() for item in page["items"]][::-1]


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError(f"a key stands twice in {[key for key, _ in pairs]}")
    return dict(pairs)
