"""Marking people as protected, and the last door: whatever a command on a dossier prints passes here, errors and progress too."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOBase
from pathlib import Path
from typing import TextIO, cast

import click

from dragoman.faces.speaking import sentences


@contextmanager
def withheld(dossier: str | None) -> Iterator[None]:
    """Cover the names of a dossier's protected people in everything that is printed and in every refusal."""
    from dragoman.model import DragomanError, Withholding

    hidden = Withholding(())
    if dossier and Path(dossier).is_file():
        from dragoman.store import Store

        try:
            with Store(dossier) as store:
                hidden = Withholding(store.protected())
        except DragomanError:
            hidden = Withholding(())  # the command itself will say what is wrong with the file
    if not hidden:
        yield
        return
    out, err = _Covering(sys.stdout, hidden.cover), _Covering(sys.stderr, hidden.cover)
    try:
        with redirect_stdout(cast(TextIO, out)), redirect_stderr(cast(TextIO, err)):
            yield
    except click.ClickException as error:
        raise click.UsageError(hidden.cover(error.message)) from None


class _Covering(TextIOBase):
    """A stream that covers names on their way to another."""

    def __init__(self, stream: TextIO, cover: Callable[[str], str]) -> None:
        self._stream, self._cover = stream, cover
        self.buffer = _CoveringBytes(self)

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a plain attribute there, always UTF-8 here
        return "utf-8"

    @property
    def errors(self) -> str:  # type: ignore[override]  # a plain attribute there
        return "strict"

    def write(self, text: str) -> int:
        self._stream.write(self._cover(text))
        return len(text)

    def flush(self) -> None:
        self._stream.flush()

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream.isatty()


class _CoveringBytes(BytesIO):
    def __init__(self, text: _Covering) -> None:
        super().__init__()
        self._text = text

    def write(self, content: bytes) -> int:  # type: ignore[override]  # any buffer there, bytes alone here
        self._text.write(content.decode("utf-8"))
        return len(content)


@click.command()
@click.argument("name")
@click.option("--dossier", default="dragoman.db", show_default=True, metavar="FILE", help="The dossier file.")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name of the same person. Repeatable.")
@click.option("--reason", required=True, metavar="WORDS", help="Why; it stays on record in the dossier.")
def protect(name: str, dossier: str, aliases: tuple[str, ...], reason: str) -> None:
    """Withhold a person from every output: NAME, in other spellings and by the surname alone too, with all that quotes it."""
    from dragoman.faces.dossier import now
    from dragoman.store import Store

    if any(sum(c.isalpha() for c in n) < 2 for n in (name, *aliases)):
        raise click.UsageError("A name needs at least two letters.")
    with sentences(), Store(dossier) as store:
        store.protect((name, *aliases), reason=reason, when=now())
    click.echo(f"{dossier}: the person is protected from now on.")


@click.command()
@click.argument("name")
@click.option("--dossier", default="dragoman.db", show_default=True, metavar="FILE", help="The dossier file.")
@click.option("--reason", required=True, metavar="WORDS", help="Why; it stays on record in the dossier.")
def unprotect(name: str, dossier: str, reason: str) -> None:
    """End the protection of the person who bears NAME."""
    from dragoman.faces.dossier import now
    from dragoman.store import Store

    with sentences(), Store(dossier) as store:
        ended = store.unprotect(name, reason=reason, when=now())
    if not ended:
        raise click.UsageError("Nobody of that name is protected in this dossier; give a name as it was given to protect.")
    click.echo(f"{dossier}: the person is no longer protected.")
