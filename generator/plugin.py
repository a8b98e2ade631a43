"""The door to MkDocs: its pages become frames, and when it has rendered them the plan is printed into its site."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options
from mkdocs.config.base import Config, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator import ROOT
from generator.doors import build, disk, forge, git, ours, owner, revisions, swap, trouble
from generator.doors.assets import FOLDERS, read_assets
from generator.doors.gitlog import changelog
from generator.doors.laying import Laying
from generator.doors.progress import Step, counted, quiet
from generator.doors.saved import MadeOf
from generator.libraries.kept import NOTHING, Kept
from generator.libraries.typeset import Unprintable
from generator.libraries.watch import UNWATCHED, Watch
from generator.model.changelog import NONE
from generator.model.facets import facets
from generator.problems import reports
from generator.site.edit.page import EDIT
from generator.site.emptiness import blank
from generator.site.frame import Frame, cut
from generator.site.map.ground import image_hosts
from generator.site.output import Output, text_output
from generator.site.page import Looks
from generator.site.plan import plan
from generator.site.policy import policy
from generator.site.settings import Project
from generator.site.verify import Verifier

log = logging.getLogger("mkdocs.plugins.register")
_APART = ("404.html", "site.webmanifest")
_LOOKS = ("templates", "prints", *FOLDERS)  # settings that name folders


class Settings(Config):  # type: ignore[no-untyped-call]
    """The plugin's part of mkdocs.yml."""

    registry = config_options.Dir(exists=True, default="registry")
    templates = config_options.Dir(exists=True, default="site_src/templates")
    prints = config_options.Dir(exists=True, default="site_src/print")
    scripts = config_options.Dir(exists=True, default="site_src/scripts")
    styles = config_options.Dir(exists=True, default="site_src/styles")
    vendor = config_options.Dir(exists=True, default="site_src/vendor")
    at = config_options.Type(str, default="")
    compress = config_options.Type(bool, default=False)
    today = config_options.Type(bool, default=False)


class Unready(Abort):
    """A trouble of the machine or of its use, as MkDocs' own commands tell it too."""

    code = exit_code = 2


@contextlib.contextmanager
def as_unready() -> Iterator[None]:
    """Tell troubles as Unready; what may be a bug goes on as it is."""
    try:
        yield
    except trouble.Trouble as found:
        raise Unready(str(found)) from found
    except OSError as error:
        if not trouble.in_words(error):
            raise
        raise Unready(trouble.in_words(error)) from error


class RegisterPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """One hook, one call. State lives from one build's start to its end."""

    aside = False
    result = ""
    step: Step = staticmethod(quiet)
    kept: Kept = NOTHING
    watch: Watch = UNWATCHED
    made: MadeOf  # once it is

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Distinguish a build, which is made aside and swapped in, from MkDocs' own preview, whose folder it has emptied."""
        self.aside = command != "serve"

    @as_unready()
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check; nothing is touched while there is an error. Give MkDocs and the theme what register.yml says."""
        self.step("读取设置、脚本和样式")
        config.watch.extend([self.config.registry, *self.looks_of(config)])
        folder, at, kept = Path(self.config.registry), self.config.at, self.kept
        if self.aside:
            ours.goal(Path(config.site_dir), folder)
        self.loaded = revisions.load(folder, at, kept) if at else build.load(folder, self.step, kept)
        if self.loaded.refused:
            raise Abort(f"记录里有错误，网站没有动。\n\n{self.loaded.report('text')}")
        log.info(self.loaded.summary)
        self.assets = read_assets(self.config, config.docs_dir, config.theme.dirs)
        self._tell(config)
        return config

    def _tell(self, config: MkDocsConfig) -> None:
        """Put what the register says of itself where MkDocs and the theme look for it; the environment comes first."""
        registry, local = self.loaded.registry, self.loaded.registry.local
        config.site_name, config.site_description = local.site.name, local.site.description
        config.site_url = config.site_url or owner.address(local)
        given = (config.repo_url or local.repository.url or "").rstrip("/")
        self.home = forge.home(Path(self.config.registry), given)
        if self.home.url:  # the theme links to the records' repository
            config.repo_url, config.repo_name = self.home.url, self.home.host
        unknown = [link.path for link in blank(facets(registry).values())]
        config.extra.update(local=local, assets=self.assets.folder, blank=unknown)
        wider = {"map/": policy(image_hosts(local)), EDIT: policy(api=local.repository.proposes_to)}
        config.extra.update(policy=policy(), wider=wider)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Lay the site aside."""
        self.frames, self.errors = dict[str, Frame](), list[Output]()
        self.stack = contextlib.ExitStack()
        self.site = Path(config.site_dir)
        if self.aside:
            config.site_dir = str(self.stack.enter_context(swap.staging(self.site)))

    def looks_of(self, config: MkDocsConfig) -> list[str]:
        """Return the folders that the looks of the site are made of, beside MkDocs' own."""
        paths = (*(self.config[name] for name in _LOOKS), config.theme.custom_dir)
        return [path for path in paths if path]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Know what MkDocs itself will write; nothing of the theme."""
        self.step("渲染框架和文章")
        for file in [file for file in files if file.src_dir in config.theme.dirs]:
            files.remove(file)
        self.others = frozenset(file.dest_uri for file in files if not file.is_documentation_page())
        return files

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The sitemap is ours; what the theme makes apart from pages is kept to be laid and checked with the others."""
        del config
        if template_name in _APART:
            self.errors.append(text_output(template_name, output_content, "site_src/theme"))
        return "" if template_name in (*_APART, "sitemap.xml") else output_content

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the page as a frame; the plan prints into it, or writes it where it is a page of its own."""
        del config
        self.frames[page.url] = cut(output, page.url)
        return ""

    @as_unready()
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Print everything into the site, and swap it in."""
        project = self._project(config)
        templates = disk.read_folder(Path(self.config.templates))
        press = build.press(Path(self.config.prints), self.kept)
        looks = Looks(self.frames, templates, press, self.assets.files, self.kept)
        verifier = Verifier(
            self.loaded.registry, self.others, config.site_url or "", image_hosts(self.loaded.registry.local)
        )
        aside, last, compress = Path(config.site_dir), self.site if self.aside else None, self.config.compress
        laying = Laying(aside, last, verifier, self.kept, self.watch, compress=compress)
        self.step("读取改动历史")
        known = NONE if self.config.at else changelog(Path(self.config.registry))
        if unknown := git.trouble(Path(self.config.registry)):
            log.warning(f"网站上没有记录的版本和修改日期：{unknown}")
        try:
            outputs = plan(self.loaded.registry, project, looks, known, self.watch)
            laying.lay_all(counted(self.step, "编排网页、表格和数据", chain(outputs, self.errors)))
        except Unprintable as refused:
            raise Abort(reports.head(build.unprinted(refused), f"{self.loaded.folder}/")) from refused
        laying.carry_all(self.others)
        self.step("核对链接")
        problems = verifier.problems(laying.again)
        if problems:
            raise Abort("\n".join(reports.head(problem) for problem in problems))
        self.step("换上新网站")
        self.stack.close()
        config.site_dir = str(self.site)
        self.made = MadeOf(self.loaded, project, looks, known)
        self.result = f"{self.loaded.summary}\n网站在 {config.site_dir}：{laying.pages} 页，{len(self.loaded.registry.workshops)} 个工作室。\n{project.unset}"

    def on_build_error(self, *, error: Exception) -> None:
        """Drop what was built aside; the last good site stays."""
        stack = getattr(self, "stack", contextlib.ExitStack())
        with contextlib.suppress(type(error)):
            stack.__exit__(type(error), error, error.__traceback__)

    def _project(self, config: MkDocsConfig) -> Project:
        own = {"site_url": config.site_url or "", "assets": self.assets.folder, "band": config.extra["band"]}
        local, today = self.loaded.registry.local, self.config.today
        return owner.project(Path(self.config.registry), local, self.home, today=today, **own)


def configured(
    registry: Path, folder: Path, step: Step = quiet, kept: Kept = NOTHING, **settings: object
) -> tuple[MkDocsConfig, RegisterPlugin]:
    """mkdocs.yml for any registry and any folder of the site, and the plugin in it. Unready where MkDocs refuses it.

    `settings`: in place of what mkdocs.yml sets under `register`.
    """
    folder = folder.expanduser().absolute()  # else it would lie beside mkdocs.yml
    with as_unready():
        owner.said()
    try:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    except (Abort, ConfigurationError) as refused:
        raise Unready(f"mkdocs.yml 里的设置有错，网站没有动。MkDocs 说：{refused}") from refused
    plugin = config.plugins["register"]
    if not isinstance(plugin, RegisterPlugin):
        raise TypeError("mkdocs.yml names another plugin `register`")
    plugin.step, plugin.kept = step, kept
    plugin.config.update({"registry": str(registry), **settings})
    config.plugins.on_startup(command="build", dirty=False)
    return config, plugin


def build_site(
    registry: Path,
    site: Path,
    step: Step = quiet,
    kept: Kept = NOTHING,
    watch: Watch = UNWATCHED,
    /,
    **own: object,
) -> str:
    """The same as `mkdocs build` for any registry and any folder; says what the site holds. Raises Abort as that does.

    `step` is told what is being done; `kept`: what was made before; `watch`: over the work; `own`: settings, as for `configured`.
    """
    ours.place(site, registry)
    config, plugin = configured(registry, site, step, kept, **own)
    plugin.watch = watch
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return plugin.result
