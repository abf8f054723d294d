"""The polite client, against a real server on this machine."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from dragoman.faces.cli import main
from dragoman.model import SourceError
from dragoman.sources.feeds import feed_items
from dragoman.sources.guarding import GuardedBackend
from dragoman.sources.visiting import AGENT, Client, Manners, Remembered

PAGE = (
    "<html><head><title>Pay first, say tram crews</title></head><body><article><h1>Pay first, say tram crews</h1>"
    "<p>The Tramway Crews' Union said on Monday that it would return to work only after the Lindholm city council had "
    "signed a new pay table.</p><p>Nobody drives before the table is signed, its secretary told reporters at the depot, "
    "and she added that the council had known this for weeks.</p></article></body></html>"
)


class Site:
    """Pages by path: (status, headers, body), or a function of the handler; `asked` holds what was asked, with headers."""

    def __init__(self):
        self.pages, self.asked = {}, []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                page = site.pages.get(self.path, (404, {}, b""))
                if callable(page):
                    page(self)
                    return
                status, headers, body = page
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.root = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def page(self, path, body=PAGE, status=200, **headers):
        told = {"Content-Type": "text/html", **{k.replace("_", "-"): v for k, v in headers.items()}}
        self.pages[path] = (status, told, body.encode() if isinstance(body, str) else body)
        return self.root + path

    def paths(self):
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site():
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


def visit(address, remembered=None, **manners):
    with Client(Manners(**{"pause": 0, "allow_private": True, "seconds": 5, **manners})) as client:
        return client.visit(address, remembered)


def test_what_the_server_says_of_its_answer_is_sent_back_and_nothing_new_is_no_content(site):
    address = site.page("/a", ETag='"one"', Last_Modified="Mon, 03 Feb 2031 08:00:00 GMT")
    first = visit(address)
    assert first.content == PAGE.encode() and first.content_type == "text/html"
    assert first.remembered == Remembered('"one"', "Mon, 03 Feb 2031 08:00:00 GMT")
    assert visit(address, first.remembered).content is None
    sent = site.asked[-1][1]
    assert (sent["If-None-Match"], sent["If-Modified-Since"], sent["User-Agent"]) == ('"one"', first.remembered.modified, AGENT)


@pytest.mark.parametrize(
    ("rules", "status", "told"),
    [
        ("User-agent: *\nDisallow: /a\n", 200, "asks programs to stay away"),
        ("User-agent: Dragoman\nDisallow: /\n", 200, "asks programs to stay away"),
        ("", 503, "cannot be had"),
    ],
)
def test_robots_are_obeyed(site, rules, status, told):
    address = site.page("/a")
    site.page("/robots.txt", rules, status)
    with pytest.raises(SourceError, match=told):
        visit(address)
    assert site.paths() == []


def test_robots_hold_for_where_an_address_leads(site):
    site.page("/a")
    site.page("/robots.txt", "User-agent: *\nDisallow: /a\n")
    with pytest.raises(SourceError, match="stay away"):
        visit(site.page("/b", "", 302, Location="/a"))
    assert site.paths() == ["/b"]


def test_redirects_are_followed_to_a_point(site):
    site.page("/end")
    assert visit(site.page("/start", "", 301, Location="/end")).final == site.root + "/end"
    with pytest.raises(SourceError, match="leads on more than 5 times"):
        visit(site.page("/loop", "", 302, Location="/loop"))
    with pytest.raises(SourceError, match="only http and https"):
        visit(site.page("/file", "", 302, Location="file:///etc/passwd"))


def test_a_body_is_read_no_further_than_the_limit(site):
    with pytest.raises(SourceError, match="larger than 1,000 bytes"):
        visit(site.page("/big", "x" * 1001), limit=1000)
    assert visit(site.page("/fits", "x" * 1000), limit=1000).content == b"x" * 1000


def test_a_small_answer_that_swells_is_stopped(site):
    import tracemalloc

    bomb = gzip.compress(b"\0" * 60_000_000)
    address = site.page("/bomb", bomb, Content_Encoding="gzip")
    tracemalloc.start()
    with pytest.raises(SourceError, match="larger than"):
        visit(address, limit=100_000)
    assert tracemalloc.get_traced_memory()[1] < 8_000_000
    tracemalloc.stop()
    assert visit(site.page("/packed", gzip.compress(PAGE.encode()), Content_Encoding="gzip")).content == PAGE.encode()
    with pytest.raises(SourceError, match="breaks off"):
        visit(site.page("/cut", gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip"))
    with pytest.raises(SourceError, match="not packed as it says"):
        visit(site.page("/not", PAGE, Content_Encoding="gzip"))


@pytest.mark.parametrize("head", [True, False])
def test_a_server_that_drips_is_left(site, head):
    def drip(handler):
        if not head:
            handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        try:
            for _ in range(40):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    site.pages["/slow"] = drip
    began = time.monotonic()
    with pytest.raises(SourceError, match=r"longer than 0\.4 seconds"):
        visit(site.root + "/slow", seconds=0.4)
    assert time.monotonic() - began < 2


def test_there_is_a_pause_between_calls_to_one_host(site):
    address = site.page("/a")
    began = time.monotonic()
    visit(address, pause=0.3)  # robots.txt, then the page
    assert time.monotonic() - began >= 0.3


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "0.0.0.0", "2130706433"])
def test_addresses_inside_are_refused(site, host):
    with pytest.raises(SourceError, match="inside this machine or network"):
        visit(f"http://{host}:{site.server.server_port}/", allow_private=False)
    assert site.asked == []


def test_an_address_inside_is_refused_where_another_leads_to_it(site, monkeypatch):
    """The first host is let through as if it were outside; the one it leads to is looked at for itself."""
    address = site.page("/a", "", 302, Location=f"http://127.0.0.2:{site.server.server_port}/inner")
    monkeypatch.setattr("dragoman.sources.guarding.is_public", lambda ip: ip == "127.0.0.1")
    with pytest.raises(SourceError, match=r"127\.0\.0\.2, an address inside"):
        visit(address, allow_private=False)
    assert site.paths() == ["/a"]


def test_the_address_connected_to_is_the_one_checked(site, monkeypatch):
    """A name that answers with an open address first and one inside after is asked once a connection."""
    import socket

    answers = iter(["127.0.0.1", "127.0.0.9"])
    asked, real = [], socket.getaddrinfo

    def resolve(host, port, *more, **named):
        if host != "turning.example":
            return real(host, port, *more, **named)
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr("dragoman.sources.guarding.socket.getaddrinfo", resolve)
    backend = GuardedBackend(allow_private=True)
    stream = backend.connect_tcp("turning.example", site.server.server_port, timeout=2)
    assert stream.get_extra_info("server_addr")[0] == "127.0.0.1" and asked == ["turning.example"]
    stream.close()


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Trams</title>
<item><title>Pay first</title><link>{0}/one</link><pubDate>Tue, 04 Feb 2031 09:00:00 GMT</pubDate></item>
<item><title>Gone</title><link>{0}/gone</link></item></channel></rss>"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*words, expect=0):
        result = CliRunner().invoke(main, list(words))
        assert result.exit_code == expect, (result.output, result.exception)
        return result.output

    call("init")
    return call


def test_a_feed_is_fetched_into_the_dossier_once(site, run):
    site.page("/one", ETag='"1"')
    feed = site.page("/feed", FEED.format(site.root), Content_Type="application/rss+xml", ETag='"f"')
    words = ("fetch", "--feed", feed, "--allow-private", "--pause", "0")
    told = run(*words, expect=3)
    assert "__one" in told and ": added, " in told and "/gone: the server answered 404" in told
    assert "2031-02-04" in run("list") and f"{site.root}/one" in run("show", run("list").split()[1])
    site.page("/gone", PAGE.replace("tram", "ferry").replace("Tram", "Ferry"), ETag='"2"')
    told = run(*words)  # the feed is not taken as done while an entry of it failed
    assert "__gone" in told and "__one" not in told
    site.asked.clear()
    assert run(*words) == "nothing new\n" and site.paths() == ["/feed"]
    assert "all is as it was added" in run("verify")


def test_other_words_at_an_address_are_a_new_version(site, run):
    address = site.page("/one", ETag='"1"')
    run("fetch", address, "--allow-private", "--pause", "0")
    site.page("/one", PAGE.replace("on Monday", "on Tuesday"), ETag='"2"')
    assert "added as version 2" in run("fetch", address, "--allow-private", "--pause", "0")


def test_failures_are_a_sentence_each_and_the_rest_goes_on(site, run):
    good = site.page("/one")
    picture = site.page("/p", "x", Content_Type="image/png")
    told = run("fetch", picture, "ftp://x.example/", good, "--allow-private", "--pause", "0", expect=3)
    assert "'image/png'" in told and "only http and https" in told and ": added, " in told
    assert "allow it with --allow-private" in run("fetch", good, expect=4)
    assert "Give addresses" in run("fetch", expect=2)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<html><body>no feed</body></html>", "is no feed"),
        (b"", "is no feed"),
        (b"http://127.0.0.1:1/feed", "is no feed"),
        (b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss version="2.0"></rss>', "entities of its own"),
        ('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa">]><rss/>'.encode("utf-16"), "entities of its own"),
    ],
)
def test_what_is_no_feed_is_said(content, told):
    with pytest.raises(SourceError, match=told):
        feed_items(content, "https://x.example/feed", "https://x.example/feed")


def test_a_broken_feed_gives_what_can_be_read():
    cut = FEED.format("https://x.example").split("</item>")[0]
    assert [(i.address, i.day) for i in feed_items(cut.encode(), "", "feed")] == [("https://x.example/one", "2031-02-04")]
