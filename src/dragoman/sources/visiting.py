"""One polite client for pages and feeds: it says who it is, asks robots.txt, waits between calls, and stops at limits."""

import time
import zlib
from dataclasses import dataclass, field
from types import TracebackType

import httpcore
import httpx
from protego import Protego

from dragoman.model import SourceError
from dragoman.sources.guarding import GuardedBackend, GuardedTransport
from dragoman.sources.opening import LIMIT

AGENT = "Dragoman/0.1 (reads news coverage of negotiations)"
ROBOTS_LIMIT = 500_000
"""Bytes of a robots.txt that are read, as RFC 9309 asks at the least."""
LONGEST_PAUSE = 30.0


@dataclass(frozen=True)
class Manners:
    """How the client behaves: bytes and seconds a call may take, redirects it follows, seconds between calls to one host."""

    limit: int = LIMIT
    seconds: float = 30.0
    redirects: int = 5
    pause: float = 1.0
    allow_private: bool = False


@dataclass(frozen=True)
class Remembered:
    """What a server said of its answer, to be sent back when it is asked again."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True)
class Page:
    """An answer: its bytes, or None where nothing is new; `address` is the one that was asked, `final` the one that answered."""

    address: str
    final: str
    content: bytes | None
    content_type: str
    remembered: Remembered


@dataclass
class _Host:
    robots: Protego | None = None
    """None where robots.txt could not be had, and so nothing may be fetched."""
    asked: bool = False
    last: float = field(default=float("-inf"))


class Client:
    """Fetches addresses one by one; raises `SourceError` with a sentence where one cannot or may not be had."""

    def __init__(self, manners: Manners | None = None) -> None:
        self.manners = manners or Manners()
        self._backend = GuardedBackend(self.manners.allow_private)
        self._http = httpx.Client(transport=GuardedTransport(self._backend), trust_env=False, timeout=self.manners.seconds)
        self._hosts: dict[str, _Host] = {}

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.close()

    def visit(self, address: str, remembered: Remembered | None = None) -> Page:
        """Return what stands at an address, redirects followed; no content where the server says that nothing is new."""
        url = _url(address, address)
        for _ in range(self.manners.redirects + 1):
            self._ask_leave(url, address)
            headers, content = self._get(url, address, remembered, self.manners.limit)
            status = int(headers.pop("status"))
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                url = _url(_joined(url, headers["location"], address), address)
                continue
            if status == 304 and remembered:
                return Page(address, str(url), None, "", remembered)
            if status != 200:
                raise SourceError(f"{address}: the server answered {status}. Look at it in a browser; nothing was added.")
            told = Remembered(headers.get("etag"), headers.get("last-modified"))
            return Page(address, str(url), content, headers.get("content-type", "").split(";")[0].strip().lower(), told)
        raise SourceError(f"{address}: leads on more than {self.manners.redirects} times. Give the address it ends at.")

    def _ask_leave(self, url: httpx.URL, address: str) -> None:
        origin = f"{url.scheme}://{url.netloc.decode()}"
        host = self._hosts.setdefault(origin, _Host())
        if not host.asked:
            host.robots, host.asked = self._robots(url, address), True
        if host.robots is None:
            raise SourceError(f"{address}: its robots.txt cannot be had, so nothing there is fetched. Try again later.")
        if not host.robots.can_fetch(str(url), AGENT):
            raise SourceError(f"{address}: its robots.txt asks programs to stay away. Save the page by hand if you may.")

    def _robots(self, url: httpx.URL, address: str) -> Protego | None:
        """The rules of a host; none where there are none (4xx), None where they cannot be had (RFC 9309)."""
        at = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        try:
            for _ in range(self.manners.redirects + 1):
                headers, content = self._get(at, address, None, ROBOTS_LIMIT, cut=True)
                status = int(headers["status"])
                if status in (301, 302, 303, 307, 308) and headers.get("location"):
                    at = _url(_joined(at, headers["location"], address), address)
                    continue
                if status >= 500 or status == 429:
                    return None
                return Protego.parse(content.decode("utf-8", "replace") if status == 200 else "")
        except _UnansweredError as error:
            raise SourceError(str(error)) from error
        return Protego.parse("")

    def _get(
        self, url: httpx.URL, address: str, remembered: Remembered | None, limit: int, cut: bool = False
    ) -> tuple[dict[str, str], bytes]:
        """Return headers, with the status among them, and the body of a good answer."""
        self._wait(url)
        self._backend.until = time.monotonic() + self.manners.seconds
        asked = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept": "*/*"}
        if remembered and remembered.etag:
            asked["If-None-Match"] = remembered.etag
        if remembered and remembered.modified:
            asked["If-Modified-Since"] = remembered.modified
        try:
            with self._http.stream("GET", url, headers=asked) as answer:
                told = {**{k.lower(): v for k, v in answer.headers.items()}, "status": str(answer.status_code)}
                return told, _body(answer, address, limit, cut) if answer.status_code == 200 else b""
        except SourceError as error:
            told_of = str(error)
            raise SourceError(told_of if told_of.startswith(address) else _refused(address, told_of)) from None
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            raise _UnansweredError(
                f"{address}: took longer than {self.manners.seconds:g} seconds. Try again later; nothing was added."
            ) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise _UnansweredError(f"{address}: cannot be reached ({error}). Check the address and the connection.") from error
        finally:
            self._hosts.setdefault(f"{url.scheme}://{url.netloc.decode()}", _Host()).last = time.monotonic()

    def _wait(self, url: httpx.URL) -> None:
        host = self._hosts.setdefault(f"{url.scheme}://{url.netloc.decode()}", _Host())
        asked = host.robots.crawl_delay(AGENT) if host.robots else None
        pause = max(self.manners.pause, min(asked or 0.0, LONGEST_PAUSE))
        if (left := host.last + pause - time.monotonic()) > 0:
            time.sleep(left)


class _UnansweredError(SourceError):
    """A server that did not answer, or not in time."""


def _refused(address: str, why: str) -> str:
    return f"{address}: is refused: {why}. If you trust it, allow it with --allow-private."


def _url(told: str, address: str) -> httpx.URL:
    try:
        url = httpx.URL(told)
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"{address}: is no address ({error}). Write it as https://host/page.") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise SourceError(f"{address}: only http and https are fetched, and this leads to {url.scheme or 'neither'}.")
    if url.userinfo:
        raise SourceError(f"{url.copy_with(userinfo=b'')}: an address with a name or password in it is not fetched.")
    return url


def _joined(url: httpx.URL, location: str, address: str) -> str:
    try:
        return str(url.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"{address}: leads on to what is no address ({error}).") from None


def _body(answer: httpx.Response, address: str, limit: int, cut: bool) -> bytes:
    """The body, unpacked piece by piece so that no small answer swells beyond the limit; `cut` stops there without a word."""
    coding = answer.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "", "gzip", "x-gzip"):
        raise SourceError(f"{address}: is packed as {coding!r}, which was not asked for; nothing was added.")
    unpack = zlib.decompressobj(31) if "gzip" in coding else None
    out = bytearray()
    try:
        for piece in answer.iter_raw():
            out += unpack.decompress(piece, limit + 1 - len(out)) if unpack else piece
            if len(out) > limit:
                if cut:
                    return bytes(out[:limit])
                raise SourceError(f"{address}: is larger than {limit:,} bytes, the most that one report may have.")
    except zlib.error as error:
        raise SourceError(f"{address}: what came is not packed as it says ({error}); nothing was added.") from None
    if unpack and not unpack.eof:
        raise SourceError(f"{address}: what came breaks off in the middle; nothing was added.")
    return bytes(out)
