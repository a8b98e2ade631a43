"""Stand-ins of GitHub's and Gitee's API for one repository: branches, files, pull requests, checks, comments, tokens.

They answer as the forges' documents say, with the differences that matter: Gitee makes branches and new files at other addresses,
answers an empty list for a file that is not there, and all pull requests whatever branch is asked for; GitHub sends whoever asks for a
repository of an old name on to its new one. Requests are counted; one of them may be lost, before or after it took effect.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

OWNER, NAME = "example", "register"
ADDRESSES = {
    "github": f"https://api.github.com/repos/{OWNER}/{NAME}",
    "gitee": f"https://gitee.com/api/v5/repos/{OWNER}/{NAME}",
}
PAGES = {"github": f"https://github.com/{OWNER}/{NAME}", "gitee": f"https://gitee.com/{OWNER}/{NAME}"}
TOKEN = "made-up-token"  # noqa: S105 - of nobody
BOT = "github-actions[bot]"  # who comments for the check
MARK = "<!-- register-review -->"


class Answer(NamedTuple):
    """What the forge answers: a status, headers, and what becomes JSON."""

    status: int
    body: Any
    headers: Mapping[str, str] = {}


class Asked(NamedTuple):
    """What it was asked."""

    method: str
    path: str
    query: Mapping[str, str]
    body: Mapping[str, Any]


@dataclass
class Pull:
    """A pull request."""

    number: int
    branch: str
    title: str
    body: str
    state: str = "open"


Way = tuple[str, str, Callable[..., Answer]]  # a method, a pattern of paths, and what answers there


class Comment(NamedTuple):
    """A comment on a pull request, and whose."""

    login: str
    text: str


@dataclass
class Forge:
    """One repository at a forge. `files`: of each branch; `writable`: by the token's owner, None where that
    is not told; `renamed`: branches of old names; `checks`: of each commit; `blind`: the token may not ask for them; `shown`:
    where pages are said to be; `lose`: the number of the request whose answer is lost (`after`: though it was done); `refuses`: what
    each request is answered with instead."""

    kind: str
    files: dict[str, dict[str, str]] = field(default_factory=lambda: {"main": {}})
    writable: bool | None = True
    moved: str = f"{OWNER}/{NAME}"
    renamed: tuple[str, ...] = ()
    pulls: list[Pull] = field(default_factory=list)
    checks: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    blind: bool = False
    comments: list[Comment] = field(default_factory=list)
    shown: str = ""
    requests: list[str] = field(default_factory=list)
    writes: list[str] = field(default_factory=list)
    lose: int = -1
    after: bool = False
    refuses: Answer | None = None
    before: Callable[[Asked], None] = lambda asked: None

    def begin(self, files: dict[str, dict[str, str]], *, lose: int, after: bool) -> None:
        """Be anew with these files; lose the answer to one request."""
        self.files, self.lose, self.after = files, lose, after
        for told in (self.pulls, self.requests, self.writes):
            told.clear()

    @property
    def page(self) -> str:
        """The repository's page."""
        return PAGES[self.kind]

    def answer(self, method: str, url: str, headers: Mapping[str, str], body: str) -> Answer | None:
        """Answer a request; None where no answer arrives."""
        parts = urlsplit(url)
        path = unquote(parts.path).removeprefix(urlsplit(ADDRESSES[self.kind]).path)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        asked = Asked(method, path, query, json.loads(body) if body else {})
        self.requests.append(f"{method} {path}")
        lost = len(self.requests) - 1 == self.lose
        if lost and not self.after:
            return None
        self.before(asked)
        answer = self.refuses or self._allowed(headers) or self._answer(asked)
        return None if lost else answer

    def _allowed(self, headers: Mapping[str, str]) -> Answer | None:
        if "referer" in headers or "cookie" in headers:
            return Answer(400, {"message": "Nobody needs to know"})
        if headers.get("authorization") != f"Bearer {TOKEN}":
            return Answer(401, {"message": "Bad credentials"})
        return None

    def _answer(self, asked: Asked) -> Answer:
        for method, pattern, act in (*self._of_both(), *self._of_github()):
            if asked.method == method and (found := re.fullmatch(pattern, asked.path)):
                return act(asked, *found.groups())
        return Answer(404, {"message": "Not Found"})

    def _of_both(self) -> tuple[Way, ...]:
        return (
            ("GET", r"", self._repository),
            ("GET", r"/branches/([^/]+)", self._branch),
            ("POST", r"/git/refs" if self.kind == "github" else r"/branches", self._fork),
            ("GET", r"/contents/(.+)", self._file),
            ("POST" if self.kind == "gitee" else "PUT", r"/contents/(.+)", self._write),
            ("PUT", r"/contents/(.+)", self._write),
            ("GET", r"/pulls", self._pulls),
            ("POST", r"/pulls", self._propose),
            ("GET", r"/pulls/([0-9]+)", self._pull),
            ("PATCH", r"/pulls/([0-9]+)", self._close),
        )

    def _of_github(self) -> tuple[Way, ...]:
        """What the page asks of GitHub alone: Gitee tells nothing of checks, and its check comments nothing."""
        if self.kind == "gitee":
            return ()
        return (
            ("GET", r"/commits/([0-9a-f]+)/check-runs", self._checks),
            ("GET", r"/issues/([0-9]+)/comments", self._comments),
        )

    def _repository(self, asked: Asked) -> Answer:
        if self.kind == "github" and self.moved != f"{OWNER}/{NAME}":
            return Answer(
                301, {"message": "Moved Permanently"}, {"location": "https://api.github.com/elsewhere"}
            )
        rights = None if self.writable is None else {"pull": True, "push": self.writable, "admin": False}
        return Answer(
            200,
            {"full_name": self.moved, "permissions" if self.kind == "github" else "permission": rights},
        )

    def head(self, branch: str) -> str:
        """The newest commit of a branch."""
        return hashlib.sha1(
            repr(sorted(self.files[branch].items())).encode(), usedforsecurity=False
        ).hexdigest()

    def _branch(self, asked: Asked, name: str) -> Answer:
        if name in self.renamed:
            return Answer(
                301, {"message": "Moved Permanently"}, {"location": "https://api.github.com/elsewhere"}
            )
        if name not in self.files:
            return Answer(404, {"message": "Branch not found"})
        return Answer(200, {"name": name, "commit": {"sha": self.head(name)}})

    def _fork(self, asked: Asked) -> Answer:
        if self.kind == "github":
            name, known = (
                asked.body["ref"].removeprefix("refs/heads/"),
                asked.body["sha"] == self.head("main"),
            )
        else:
            name, known = asked.body["branch_name"], asked.body["refs"] in self.files
        if name in self.files or not known:
            return Answer(422 if self.kind == "github" else 400, {"message": "Reference already exists"})
        self.files[name] = dict(self.files["main"])
        self.writes.append(f"branch {name}")
        return Answer(201, {"name": name})

    def _file(self, asked: Asked, path: str) -> Answer:
        text = self.files.get(asked.query.get("ref", "main"), {}).get(path)
        if text is None:
            return Answer(200, []) if self.kind == "gitee" else Answer(404, {"message": "Not Found"})
        packed = base64.b64encode(text.encode()).decode()
        lines = "".join(f"{packed[at : at + 60]}\n" for at in range(0, len(packed), 60))
        return Answer(200, {"content": lines, "encoding": "base64", "sha": _sha(text)})

    def _write(self, asked: Asked, path: str) -> Answer:
        files = self.files.get(asked.body["branch"])
        if files is None:
            return Answer(404, {"message": "Branch not found"})
        old = files.get(path)
        if self.kind == "gitee" and (asked.method == "POST") != (old is None):
            return Answer(400, {"message": "A file with this name already exists"})
        if asked.body.get("sha") != (None if old is None else _sha(old)):
            return Answer(409 if "sha" in asked.body else 422, {"message": f"{path} does not match"})
        files[path] = base64.b64decode(asked.body["content"]).decode()
        self.writes.append(f"file {path}")
        return Answer(201 if old is None else 200, {"commit": {"sha": self.head(asked.body["branch"])}})

    def _pulls(self, asked: Asked) -> Answer:
        head, state = asked.query["head"].removeprefix(f"{OWNER}:"), asked.query["state"]
        found = [it for it in self.pulls if (self.kind == "gitee" or it.branch == head) and state == "all"]
        return Answer(200, [self._told(it) for it in found])

    def _propose(self, asked: Asked) -> Answer:
        branch = asked.body["head"]
        exists = any(it.branch == branch and it.state == "open" for it in self.pulls)
        if exists or self.files.get(branch) in (None, self.files["main"]) or asked.body["base"] != "main":
            return Answer(422, {"message": "Validation Failed"})
        self.pulls.append(Pull(len(self.pulls) + 1, branch, asked.body["title"], asked.body["body"]))
        self.writes.append(f"pull {branch}")
        return Answer(201, self._told(self.pulls[-1]))

    def _pull(self, asked: Asked, number: str) -> Answer:
        return Answer(200, self._told(self.pulls[int(number) - 1]))

    def _close(self, asked: Asked, number: str) -> Answer:
        self.pulls[int(number) - 1].state = asked.body["state"]
        return self._pull(asked, number)

    def _told(self, pull: Pull) -> dict[str, Any]:
        merged = pull.state == "merged"
        state = "closed" if merged and self.kind == "github" else pull.state
        place = "pull" if self.kind == "github" else "pulls"
        return {
            "number": pull.number,
            "html_url": f"{self.shown or self.page}/{place}/{pull.number}",
            "state": state,
            "merged_at": "2026-01-01T00:00:00Z" if merged else None,
            "head": {"ref": pull.branch, "sha": self.head(pull.branch)},
        }

    def _checks(self, asked: Asked, commit: str) -> Answer:
        if self.blind:
            return Answer(403, {"message": "Resource not accessible by personal access token"})
        return Answer(200, {"check_runs": self.checks.get(commit, [])})

    def _comments(self, asked: Asked, number: str) -> Answer:
        told = [
            {
                "user": {"login": it.login},
                "body": it.text,
                "html_url": f"{self.page}/pull/{number}#issuecomment-{at}",
            }
            for at, it in enumerate(self.comments)
        ]
        return Answer(200, told)

    def merge(self, number: int) -> None:
        """Join a pull request to `main`."""
        pull = self.pulls[number - 1]
        self.files["main"] = dict(self.files[pull.branch])
        pull.state = "merged"


def _sha(text: str) -> str:
    """The name of a text as git's object."""
    content = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
