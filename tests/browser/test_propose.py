"""Proposing on the page through the forge's API, against stand-ins of GitHub's and Gitee's: nothing is lost, nothing proposed twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from generator.plugin import build_site
from generator.reading.placement import LOCAL
from tests import ROOT
from tests.browser import axe
from tests.browser.assets import ASSETS
from tests.browser.windows import Scheme, Windows
from tests.conftest import serve
from tests.made.forges import (
    ADDRESSES,
    BOT,
    MARK,
    NAME,
    OWNER,
    PAGES,
    TOKEN,
    Answer,
    Asked,
    Comment,
    Forge,
    Pull,
)
from tests.made.newcomer import MADE_UP, box, fill_in, opened, put
from tests.site.test_plain_words import wrong as wrong_words

KINDS = ("github", "gitee")
NEW, OLD = "registry/workshops/0000/DL0008.yml", "registry/workshops/0000/DL0001.yml"
BEFORE, TEXT = "name: 原来的\n", "name: 现在的，𠮷\n"
# One proposal by the page's own modules; what it keeps comes back, as the device would keep it.
PROPOSE = f"""async ([api, token, given, kept]) => {{
  const {{ Repository }} = await import({ASSETS} + "edit/propose/repository.js");
  const {{ propose }} = await import({ASSETS} + "edit/propose/steps.js");
  let now = kept, names = given.named;
  const proposal = {{ ...given, branch: () => `edit-${{++names}}`, keep: (it) => {{ now = it; }}, step() {{}} }};
  const done = await propose(new Repository(api, token), proposal, kept).then((pull) => ({{ pull }}), ({{ why }}) => ({{ why }}));
  return {{ why: "", pull: null, ...done, kept: now, named: names }};
}}"""


class Done(NamedTuple):
    """How a proposal ended: why not, or its pull request; what is kept; how many branches were named."""

    why: str
    pull: dict[str, Any] | None
    kept: dict[str, Any] | None
    named: int


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The real registry's site, once with each forge."""
    top = tmp_path_factory.mktemp("propose")
    for kind in KINDS:
        shutil.copytree(ROOT / "registry", top / kind)
        told = top / kind / LOCAL
        told.write_text(
            f"{told.read_text('utf-8')}repository:\n  url: {PAGES[kind]}\n  propose: true\n", "utf-8"
        )
        build_site(top / kind, top / "site" / kind)
    served = serve(top / "site")
    address = next(served)
    yield {kind: f"{address}{kind}/" for kind in KINDS}
    next(served, None)


def answering(context: BrowserContext, forge: Forge) -> None:
    """The forge answers what the browser asks of it."""

    def answer(route: Route) -> None:
        request = route.request
        told = forge.answer(request.method, request.url, request.headers, request.post_data or "")
        if told is None:
            route.abort()
        elif isinstance(told.body, str):
            route.fulfill(status=told.status, body=told.body, headers=dict(told.headers))
        else:
            route.fulfill(status=told.status, json=told.body, headers=dict(told.headers))

    context.route(f"{ADDRESSES[forge.kind]}**", answer)


@pytest.fixture(params=KINDS)
def forge(request: pytest.FixtureRequest) -> Forge:
    """A forge of each kind; its repository has the old record."""
    return Forge(request.param, {"main": {OLD: BEFORE}})


@pytest.fixture(scope="module")
def pages(windows: Windows, addresses: dict[str, str]) -> Iterator[dict[str, Page]]:
    """The page that edits, of the site with each forge: opened once, for what asks its modules alone."""
    with ExitStack() as stack:
        opened = {kind: stack.enter_context(windows.opened(1280)) for kind in KINDS}
        for kind, page in opened.items():
            page.goto(f"{addresses[kind]}edit/", wait_until="commit")
            page.wait_for_selector("#rg-edit", state="attached")
        yield opened


@pytest.fixture
def page(pages: dict[str, Page], forge: Forge) -> Iterator[Page]:
    """The page that edits, of the site with that forge."""
    page = pages[forge.kind]
    answering(page.context, forge)
    yield page
    page.context.unroute_all()


def propose(page: Page, forge: Forge, last: Done | None = None, *, token: str = TOKEN, **given: str) -> Done:
    """Propose a correction of the old record, or what is given; `last`: how it ended the last time."""
    api = {
        "host": f"{forge.kind}.com",
        "place": f"{OWNER}/{NAME}",
        "address": ADDRESSES[forge.kind],
        "branch": "main",
    }
    proposal = {"path": OLD, "text": TEXT, "before": BEFORE, "title": "更正", "body": "依据", **given}
    told = page.evaluate(
        PROPOSE,
        [api, token, {**proposal, "named": last.named if last else 0}, last.kept if last else None],
    )
    return Done(told["why"], told["pull"], told["kept"], told["named"])


@pytest.mark.parametrize(("path", "before"), [(OLD, BEFORE), (NEW, "")], ids=["correction", "new"])
def test_a_record_becomes_branch_file_and_pull_request(
    page: Page, forge: Forge, path: str, before: str
) -> None:
    done = propose(page, forge, path=path, before=before)
    assert done.pull and done.pull["url"].startswith(forge.page) and done.pull["number"] == 1
    assert forge.writes == ["branch edit-1", f"file {path}", "pull edit-1"]
    assert forge.files["edit-1"] == {OLD: BEFORE, path: TEXT}
    assert forge.files["main"] == {OLD: BEFORE}
    assert forge.pulls == [Pull(1, "edit-1", "更正", "依据")]


@pytest.mark.parametrize(("path", "before"), [(OLD, BEFORE), (NEW, "")], ids=["correction", "new"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_whatever_answer_is_lost_the_same_is_gone_on_with(
    page: Page, forge: Forge, path: str, before: str, after: bool
) -> None:
    """Each request once, before or after it took effect; the next time all is there once."""
    assert propose(page, forge, path=path, before=before).pull
    wanted, requests = list(forge.writes), len(forge.requests)
    assert len(wanted) == 3 and requests == 8
    for number in range(requests):
        forge.begin({"main": {OLD: BEFORE}}, lose=number, after=after)
        lost = propose(page, forge, path=path, before=before)
        assert lost.why == "lost", number
        forge.lose = -1
        done = propose(page, forge, lost, path=path, before=before)
        assert done.pull and forge.writes == wanted, (number, forge.requests)


def test_a_changed_record_goes_to_the_same_pull_request(page: Page, forge: Forge) -> None:
    """Also where the answer to the first text, or to the second, was lost."""
    first = propose(page, forge)
    forge.lose = len(forge.requests) + 6
    lost = propose(page, forge, first, text=f"{TEXT}unit: 甲\n")
    assert lost.why == "lost" and forge.files["edit-1"][OLD] == TEXT, forge.requests
    again = propose(page, forge, lost, text=f"{TEXT}unit: 乙\n")
    assert again.pull and again.pull["number"] == 1
    assert len(forge.pulls) == 1 and forge.files["edit-1"][OLD] == f"{TEXT}unit: 乙\n"
    forge.lose, forge.after = len(forge.requests) + 6, True
    lost = propose(page, forge, again, text=f"{TEXT}unit: 丙\n")
    assert lost.why == "lost" and forge.files["edit-1"][OLD] == f"{TEXT}unit: 丙\n"
    assert propose(page, forge, lost, text=f"{TEXT}unit: 丁\n").pull
    assert forge.files["edit-1"][OLD] == f"{TEXT}unit: 丁\n"


def test_of_many_pull_requests_the_right_one_is_gone_on_with(page: Page, forge: Forge) -> None:
    """Of this branch alone, which Gitee may not sort out; the open one, else the newest."""
    first = propose(page, forge, path=NEW, before="")
    forge.files["another"] = dict(forge.files["main"])
    forge.pulls += [Pull(2, "edit-1", "", "", "closed"), Pull(3, "another", "", "")]
    again = propose(page, forge, first, path=NEW, before="", text=f"{TEXT}unit: 甲\n")
    assert again.pull and again.pull["number"] == 1 and len(forge.pulls) == 3
    forge.pulls[0].state = "closed"
    forge.merge(2)
    assert propose(page, forge, again, path=NEW, before="", text=TEXT).why == "joined"


def test_what_was_joined_or_closed_is_left_and_another_begun(page: Page, forge: Forge) -> None:
    first = propose(page, forge)
    forge.pulls[0].state = "closed"
    second = propose(page, forge, first)
    assert second.pull and second.pull["number"] == 2 and forge.pulls[1].branch == "edit-2"
    forge.merge(2)
    third = propose(page, forge, second, before=TEXT, text=f"{TEXT}unit: 甲\n")
    assert third.pull and third.pull["number"] == 3 and forge.pulls[2].branch == "edit-3"


class Case(NamedTuple):
    """A forge that does not do it: what it answers to all; why that is; the token."""

    answer: Answer | None
    why: str
    token: str = TOKEN


REFUSED = {
    "a token that is none": Case(None, "token", "false"),
    "what no header carries": Case(None, "token", "令牌：made-up-token"),
    "an expired one": Case(Answer(401, {"message": "401 Unauthorized: Access token is expired"}), "expired"),
    "no right": Case(Answer(403, {"message": "Resource not accessible by personal access token"}), "rights"),
    "too many requests": Case(Answer(429, {"message": "slow down"}), "limit"),
    "too many in this hour": Case(Answer(403, {"message": "API rate limit exceeded"}), "limit"),
    "none left": Case(
        Answer(
            403, {}, {"x-ratelimit-remaining": "0", "access-control-expose-headers": "x-ratelimit-remaining"}
        ),
        "limit",
    ),
    "too fast": Case(
        Answer(403, {}, {"retry-after": "60", "access-control-expose-headers": "retry-after"}), "limit"
    ),
    "not to be seen": Case(Answer(404, {"message": "Not Found"}), "hidden"),
    "no answer of a forge": Case(Answer(200, "<html>login</html>"), "broken"),
    "out of order": Case(Answer(502, "<html>Bad gateway</html>"), "broken"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_told_and_nothing_made(page: Page, forge: Forge, name: str) -> None:
    case = REFUSED[name]
    forge.refuses = case.answer
    assert propose(page, forge, token=case.token).why == case.why
    assert forge.writes == []


def test_who_may_not_write_or_asks_at_an_old_place_makes_nothing(page: Page, forge: Forge) -> None:
    forge.writable = False
    assert propose(page, forge).why == "rights"
    forge.writable, forge.moved = True, "example/elsewhere"
    assert propose(page, forge).why == "hidden"
    assert forge.writes == [] and len(forge.requests) == 2  # the token was sent nowhere else
    forge.writable, forge.moved = None, f"{OWNER}/{NAME}"
    assert propose(page, forge).pull


def test_a_repository_without_the_branch_to_be_joined(page: Page, forge: Forge) -> None:
    """Older ones call it `master`."""
    forge.files = {"master": {OLD: BEFORE}}
    assert propose(page, forge).why == propose(page, forge, path=NEW, before="").why == "unbegun"
    forge.renamed = ("main",)
    assert propose(page, forge).why == "unbegun"
    assert forge.writes == []


def test_only_pages_of_the_forge_become_links(page: Page, forge: Forge) -> None:
    host = f"{forge.kind}.com"
    for shown in (
        f"javascript://{host}",
        f"https://{host}.example",
        f"https://{host}@example.com",
        f"http://{host}",
    ):
        forge.begin({"main": {OLD: BEFORE}}, lose=-1, after=False)
        forge.shown = shown
        assert (propose(page, forge).pull or {})["url"] == ""


def test_a_repository_that_is_not_as_thought_is_left_as_it_is(page: Page, forge: Forge) -> None:
    assert propose(page, forge, path=OLD, before="").why == "taken"
    assert propose(page, forge, before="name: 更早的\n").why == "moved"
    assert propose(page, forge, path=NEW).why == "moved"
    assert propose(page, forge, text=BEFORE).why == "same"
    assert forge.writes == []


def test_lines_that_end_otherwise_are_the_same(page: Page, forge: Forge) -> None:
    forge.files["main"][OLD] = BEFORE.replace("\n", "\r\n")
    assert propose(page, forge, text=BEFORE).why == "same"
    assert propose(page, forge).pull


def test_nobody_elses_work_on_the_branch_is_written_over(page: Page, forge: Forge) -> None:
    first = propose(page, forge)
    forge.files["edit-1"][OLD] = "name: 审核的人改的\n"
    assert propose(page, forge, first, text=f"{TEXT}unit: 甲\n").why == "touched"
    assert forge.files["edit-1"][OLD] == "name: 审核的人改的\n"


def test_what_others_do_meanwhile_is_seen(page: Page, forge: Forge) -> None:
    """Between the look and the act: the branch is made, the file written, the pull request opened by another tab of the same."""

    def meanwhile(asked: Asked) -> None:
        if asked.method != "GET" and asked.path in ("/git/refs", "/branches"):
            forge.files["edit-1"] = dict(forge.files["main"])
        if asked.method != "GET" and asked.path.startswith("/contents"):
            forge.files["edit-1"][OLD] = TEXT
        if asked.method == "POST" and asked.path == "/pulls":
            forge.pulls.append(Pull(1, "edit-1", "更正", ""))

    forge.before = meanwhile
    done = propose(page, forge)
    assert done.pull and done.pull["number"] == 1 and len(forge.pulls) == 1
    assert forge.writes == []


def test_a_file_that_another_writes_meanwhile_is_a_conflict(page: Page, forge: Forge) -> None:
    def meanwhile(asked: Asked) -> None:
        if asked.method != "GET" and asked.path.startswith("/contents"):
            forge.files["edit-1"][OLD] = "name: 别人的\n"

    forge.before = meanwhile
    assert propose(page, forge).why == "touched"
    assert forge.files["edit-1"][OLD] == "name: 别人的\n" and not forge.pulls


def test_a_new_record_that_was_joined_is_not_proposed_again(page: Page, forge: Forge) -> None:
    first = propose(page, forge, path=NEW, before="")
    forge.merge(1)
    assert propose(page, forge, first, path=NEW, before="", text=f"{TEXT}unit: 甲\n").why == "joined"


def test_another_workshop_in_the_place_of_what_was_joined_is_a_new_one(page: Page, forge: Forge) -> None:
    first = propose(page, forge, path=NEW, before="")
    forge.merge(1)
    assert propose(page, forge, first, path=NEW, before="", text="name: 另一个\n").why == "taken"
    assert forge.pulls[0].state == "merged"


def test_a_number_that_somebody_used_first_closes_what_was_proposed_with_it(page: Page, forge: Forge) -> None:
    first = propose(page, forge, path=NEW, before="")
    forge.files["main"][NEW] = "name: 别人的\n"
    assert propose(page, forge, first, path=NEW, before="").why == "taken"
    assert forge.pulls[0].state == "closed"


def test_checks_that_never_end_are_waited_for_no_longer(pages: dict[str, Page]) -> None:
    asked = f"""async () => {{
      const {{ Looking }} = await import({ASSETS} + "edit/propose/looking.js");
      const repository = {{ pull: async () => ({{ state: "open" }}), checks: async () => "running", comment: async () => "" }};
      await new Looking(() => "").look(repository, 1, 0);
      return document.querySelector("#rg-answer").textContent;
    }}"""
    assert pages["github"].evaluate(asked).startswith("等了很久，检查还没有做完。")


# The page itself.


@pytest.fixture
def github() -> Forge:
    """GitHub, whose repository is as the site was built from."""
    records = {
        f"registry/{path.relative_to(ROOT / 'registry').as_posix()}": path.read_text("utf-8")
        for path in (ROOT / "registry/workshops").rglob("*.yml")
    }
    return Forge("github", {"main": records})


@pytest.fixture
def editing(windows: Windows, addresses: dict[str, str], github: Forge) -> Iterator[Page]:
    """The page with a new workshop filled in and the part that proposes unfolded."""
    with windows.opened(1280) as page:
        answering(page.context, github)
        opened(page, addresses["github"])
        fill_in(page)
        unfold(page)
        yield page


def unfold(page: Page) -> None:
    """Show the part that proposes, once it is ready."""
    expect(page.locator("#rg-direct")).not_to_have_attribute("hidden", "")
    page.locator("#rg-propose-part").evaluate("part => { part.open = true; }")


def press(page: Page, token: str = TOKEN) -> None:
    """Type the token and propose, as those do who press everything twice."""
    page.get_by_label("个人令牌").fill(token)
    page.locator("#rg-propose-now").dblclick()


def test_a_new_workshop_is_proposed_checked_corrected_and_proposed_again(
    editing: Page, github: Forge
) -> None:
    page = editing
    page.get_by_label("写给审核的人的话").fill("见《大连日报》（虚构）")
    press(page)
    link = page.get_by_role("link", name="合并请求 1", exact=True)
    expect(link).to_have_attribute("href", f"{PAGES['github']}/pull/1")
    text = page.locator("#rg-yaml").text_content()
    [pull] = github.pulls
    assert pull.title == f"新增 DL0008 {MADE_UP}" and pull.body.startswith(
        "见《大连日报》（虚构）\n\n在名册的"
    )
    assert pull.branch.startswith("add-DL0008-") and github.files[pull.branch][NEW] == text
    expect(page.locator("#rg-answer")).to_have_text("检查还没有做完，一般要几分钟，做完了这里会说。")

    github.checks[github.head(pull.branch)] = [
        {"status": "completed", "conclusion": "success"},
        {"status": "completed", "conclusion": "failure"},
    ]
    github.comments += [Comment("somebody", f"{MARK}\n请换令牌"), Comment(BOT, f"{MARK}\n有一处要改")]
    page.get_by_role("button", name="看检查的结果").click()
    expect(page.locator("#rg-answer")).to_contain_text("检查没有通过")
    expect(page.get_by_role("link", name="看检查写的评论")).to_have_attribute(
        "href", f"{PAGES['github']}/pull/1#issuecomment-1"
    )

    put(page, "members", "12")
    page.get_by_role("button", name="更新合并请求").click()
    expect(page.locator("#rg-proposed")).to_have_text("已更新。")
    assert len(github.pulls) == 1 and "members: 12" in github.files[pull.branch][NEW]
    github.checks[github.head(pull.branch)] = [{"status": "completed", "conclusion": "success"}]
    page.get_by_role("button", name="看检查的结果").click()
    expect(page.locator("#rg-answer")).to_contain_text("检查通过了")

    page.reload()
    expect(page.get_by_role("link", name="合并请求 1", exact=True)).to_be_visible()
    assert page.get_by_label("个人令牌").input_value() == ""
    github.merge(1)
    page.get_by_label("个人令牌").fill(TOKEN)
    page.get_by_role("button", name="看检查的结果").click()
    expect(page.locator("#rg-answer")).to_contain_text("已经合并")


def test_a_network_that_breaks_half_way_loses_nothing(editing: Page, github: Forge) -> None:
    page = editing
    github.lose, github.after = 6, True
    page.get_by_label("写给审核的人的话").fill("见附件")
    press(page)
    expect(page.locator("#rg-proposed")).to_contain_text("再按一次就接着做，不会重复提交")
    page.reload()
    unfold(page)
    assert box(page, "name").input_value() == MADE_UP
    press(page)
    expect(page.get_by_role("link", name="合并请求 1", exact=True)).to_be_visible()
    assert [it.split()[0] for it in github.writes] == ["branch", "file", "pull"]
    assert github.pulls[0].body.startswith("见附件\n\n在名册的")
    expect(page.get_by_label("写给审核的人的话")).to_be_hidden()  # what is there already has its words


def test_what_is_undone_meanwhile_is_not_proposed(editing: Page, github: Forge) -> None:
    """A number is used by now, and before the next is tried a box was emptied."""
    page = editing
    github.files["main"][NEW] = "name: 别人的\n"
    box(page, "name").evaluate(
        """name => {
          const { fetch } = window;
          window.fetch = (...asked) => { name.value = ""; name.dispatchEvent(new Event("input", { bubbles: true })); return fetch(...asked); };
        }"""
    )
    press(page)
    expect(page.locator("#rg-proposed")).to_have_text("先把上面列出的改好。")
    assert github.writes == []


def test_where_nothing_is_kept_it_is_proposed_and_said(editing: Page, github: Forge) -> None:
    page = editing
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.get_by_label("记在这台设备上").check()
    press(page)
    expect(page.locator("#rg-proposed")).to_have_text(
        "这个浏览器不让存东西，令牌没有记下，关掉页面就没有了。已提交。"
    )
    expect(page.locator("#rg-saved")).to_contain_text("不让存草稿")
    put(page, "members", "12")
    page.locator("#rg-propose-now").click()
    expect(page.locator("#rg-proposed")).to_contain_text("已更新。")
    assert len(github.pulls) == 1


def test_a_number_belongs_to_what_was_proposed(editing: Page, github: Forge) -> None:
    """Joined was another of that number, which the site tells by now: one pull request never holds two records."""
    page = editing
    press(page)
    expect(page.get_by_role("link", name="合并请求 1", exact=True)).to_be_visible()
    github.files["main"][NEW] = "name: 别人的\n"
    page.route(
        "**/edit/schema.json",
        lambda route: route.fulfill(body=route.fetch().text().replace('"next":"DL0008"', '"next":"DL0009"')),
    )
    page.reload()
    unfold(page)
    expect(page.locator("#rg-which")).to_have_text("新增：编号 DL0008")
    press(page)
    expect(page.locator("#rg-proposed")).to_have_text("原来的编号别人先用了，改成了 DL0009。已提交。")
    assert [it.state for it in github.pulls] == ["closed", "open"]
    of_next = github.files[github.pulls[1].branch].keys() - github.files["main"].keys()
    assert of_next == {NEW.replace("8", "9")}


def test_the_way_to_what_was_proposed_stays(editing: Page, github: Forge) -> None:
    """Whatever is told after it; where the token may not ask for checks, that is where they are read."""
    page = editing
    github.blind = True
    press(page)
    link = page.get_by_role("link", name="合并请求 1", exact=True)
    expect(page.locator("#rg-answer")).to_contain_text("写在合并请求的页面上")
    page.get_by_role("button", name="忘掉令牌").click()
    page.get_by_role("button", name="看检查的结果").click()
    expect(page.locator("#rg-proposed")).to_contain_text("请先填上个人令牌")
    expect(link).to_be_visible()
    github.files[github.pulls[0].branch][NEW] = "name: 审核的人改的\n"
    press(page)
    expect(page.locator("#rg-proposed")).to_contain_text("请打开合并请求")
    expect(link).to_be_visible()
    with page.expect_popup() as another:
        page.get_by_role("link", name="另开一页").click()
    expect(another.value.locator("#rg-edit")).to_be_visible()
    assert box(another.value, "name").input_value() == ""


def test_checks_that_run_are_looked_at_again_once_at_a_time(
    windows: Windows, addresses: dict[str, str], github: Forge
) -> None:
    with windows.fresh() as page:
        page.clock.install()
        answering(page.context, github)
        fill_in(opened(page, addresses["github"]))
        unfold(page)
        press(page)
        answer, look = page.locator("#rg-answer"), page.get_by_role("button", name="看检查的结果")
        for _ in range(2):
            expect(answer).to_contain_text("还没有做完")
            look.click()
        expect(answer).to_contain_text("还没有做完")
        page.evaluate("window.first = document.querySelector('#rg-answer').firstChild")
        looks = github.requests.count("GET /pulls/1")
        with page.expect_response("**/comments**"):
            page.clock.run_for(15_000)
        page.clock.run_for(14_000)
        assert github.requests.count("GET /pulls/1") == looks + 1
        assert page.evaluate("window.first === document.querySelector('#rg-answer').firstChild")
        page.get_by_role("button", name="忘掉令牌").click()
        page.clock.run_for(60_000)
        assert github.requests.count("GET /pulls/1") == looks + 1


def test_a_number_that_is_used_by_now_is_changed(editing: Page, github: Forge) -> None:
    page = editing
    for number in (8, 9):
        github.files["main"][f"registry/workshops/0000/DL000{number}.yml"] = "name: 别人的\n"
    press(page)
    expect(page.locator("#rg-proposed")).to_have_text("原来的编号别人先用了，改成了 DL0010。已提交。")
    expect(page.locator("#rg-which")).to_have_text("新增：编号 DL0010")
    assert github.files[github.pulls[0].branch]["registry/workshops/0000/DL0010.yml"].count("id: DL0010") == 1
    assert "DL0010" in github.pulls[0].title


def test_the_token_stays_where_it_was_told_to_stay(editing: Page, github: Forge) -> None:
    page = editing
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    press(page)
    expect(page.get_by_role("link", name="合并请求 1", exact=True)).to_be_visible()
    kept = "() => JSON.stringify({ ...localStorage, ...sessionStorage })"
    assert TOKEN not in page.evaluate(kept) and not any(TOKEN in url for url in urls)
    page.get_by_label("记在这台设备上").check()
    page.locator("#rg-propose-now").click()
    expect(page.locator("#rg-proposed")).to_have_text("已更新。")
    assert TOKEN in page.evaluate(kept)
    page.get_by_label("记在这台设备上").uncheck()
    assert TOKEN not in page.evaluate(kept)
    page.get_by_label("记在这台设备上").check()
    page.locator("#rg-propose-now").click()
    page.wait_for_function("token => JSON.stringify({ ...localStorage }).includes(token)", arg=TOKEN)
    page.reload()
    expect(page.get_by_label("个人令牌")).to_have_value(TOKEN)
    page.get_by_role("button", name="忘掉令牌").click()
    assert TOKEN not in page.evaluate(kept) and page.get_by_label("个人令牌").input_value() == ""


def test_nothing_is_asked_without_a_token_or_with_personal_data(editing: Page, github: Forge) -> None:
    page = editing
    press(page, "")
    expect(page.locator("#rg-proposed")).to_contain_text("请先填上个人令牌")
    page.get_by_label("写给审核的人的话").fill("请打 13912345678 问我")
    press(page)
    expect(page.locator("#rg-proposed")).to_contain_text("像是有个人信息")
    page.get_by_label("写给审核的人的话").fill("")
    put(page, "designations.date", "2022-13")
    press(page)
    expect(page.locator("#rg-proposed")).to_contain_text("先把上面列出的改好")
    assert github.requests == []


def test_every_reason_has_words_that_can_be_acted_on(editing: Page, github: Forge) -> None:
    page = editing
    for case in REFUSED.values():
        github.refuses = case.answer
        press(page, case.token)
        said = page.locator("#rg-proposed")
        expect(said).not_to_have_text("")
        expect(page.locator("#rg-propose-now")).to_be_enabled()
        words = said.text_content() or ""
        assert (
            words.endswith("。")
            and "undefined" not in words
            and not list(wrong_words(words.replace(f"{OWNER}/register", "")))
        ), words


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_it_shuts_nobody_out(windows: Windows, addresses: dict[str, str], width: int, scheme: Scheme) -> None:
    for kind in KINDS:
        with windows.opened(width, scheme=scheme) as page:
            opened(page, addresses[kind])
            unfold(page)
            for part in page.locator("#rg-propose-part, #rg-propose-part details").all():
                part.evaluate("part => { part.open = true; }")
            expect(page.get_by_role("figure")).to_be_visible()
            assert axe.violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_only_that_page_may_ask_the_forge_and_only_for_that_repository(
    windows: Windows, addresses: dict[str, str], address: str
) -> None:
    asks = "url => fetch(url).then(({ status }) => status, () => 'blocked')"
    with windows.opened(1280) as page:
        page.context.route("https://api.github.com/**", lambda route: route.fulfill(status=200, json={}))
        ours = f"{ADDRESSES['github']}/pulls?state=all"
        page.goto(f"{addresses['github']}edit/")
        assert page.evaluate(asks, ours) == page.evaluate(asks, ADDRESSES["github"]) == 200
        for others in (
            f"{ADDRESSES['github']}2",
            f"{ADDRESSES['github']}/../other",
            "https://api.github.com/user",
        ):
            assert page.evaluate(asks, others) == "blocked"
        for other in (f"{addresses['github']}map/", f"{addresses['gitee']}edit/", f"{address}edit/"):
            page.goto(other)
            assert page.evaluate(asks, ours) == "blocked"
        page.goto(f"{address}edit/")
        expect(page.locator("#rg-direct")).to_have_count(0)


def test_the_mark_is_that_of_the_comment() -> None:
    comment = (ROOT / ".ci/comment").read_text("utf-8")
    script = (ROOT / "site_src/scripts/edit/propose/looking.js").read_text("utf-8")
    assert f"mark='{MARK}'" in comment and f'MARK = "{MARK}"' in script


def test_nothing_of_it_is_where_it_is_not_switched_on(site: Path) -> None:
    page = (site / "edit/index.html").read_text("utf-8")
    assert "rg-propose" not in page and "api." not in page
