"""How the command line speaks: exit statuses, refusals as sentences, days, progress."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dragoman.model import CitationError, DragomanError, Moment

DONE, FAILED, IN_PART, NOTHING = 0, 1, 3, 4


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what Dragoman refuses into one sentence on standard error, exit status 2."""
    try:
        yield
    except CitationError:
        raise  # a fault of ours, never of the user's: it must be seen whole
    except DragomanError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"{error.filename}: {error.strerror}.") from None


def day_of(value: str | None) -> Moment | None:
    """Return the day that an option names; refuses what is no single day."""
    if value is None:
        return None
    moment = Moment(value)
    if not moment.is_day:
        raise click.UsageError(f"{value!r} is no day; write it as 2025-07-25.")
    return moment


def show_progress(number: int, name: str) -> None:
    """Show on a terminal, or every 50 reports elsewhere, how far the work is."""
    if sys.stderr.isatty():
        click.echo(f"\rcoded {number}: {name[:60]:<60}", err=True, nl=False)
    elif number % 50 == 0:
        click.echo(f"coded {number} reports", err=True)


def require_one(reports: tuple[str, ...], coded: str | None, dossier: str | None) -> None:
    """Refuse a command that was given no reports, or more than one kind of them."""
    given = [name for name, value in (("REPORTS", reports), ("--coded", coded), ("--dossier", dossier)) if value]
    if not given:
        raise click.UsageError("Give reports, or a folder of coded files with --coded, or a dossier with --dossier.")
    if len(given) > 1:
        told = f"{', '.join(given[:-1])} and {given[-1]}"
        hint = " The texts of coded files are named with --reports." if "--coded" in given and reports else ""
        raise click.UsageError(f"{told} exclude each other; give one of them.{hint}")


def read_file(path: str | None) -> str | None:
    """Return the text of a file, None where none was given."""
    return Path(path).read_text(encoding="utf-8") if path else None
