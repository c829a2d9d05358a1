import socket
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.cli.running import tremplin
from tests.serve.running import BASE, ask, serving
from tremplin.cli.serve import PORT


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_base(tmp_path / "base", BASE)


def test_a_port_that_is_taken_is_said_when_it_was_asked_for(base: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = tremplin("serve", "--port", str(port), base=base)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: the server cannot listen at 127.0.0.1, port {port}: ")
    assert "help: choose another with `--port`, or leave it out" in result.stderr


def test_the_next_free_port_is_taken_when_none_was_asked_for(base: Path) -> None:
    try:
        taken = socket.create_server(("127.0.0.1", PORT))
    except OSError:
        taken = None  # Somebody else has it, which is as good.
    try:
        with serving(base, "--host", "127.0.0.1") as served:
            assert not served.address.endswith(f":{PORT}/")
            assert ask(f"{served.address}en/").status == 200
    finally:
        if taken:
            taken.close()


def test_all_addresses_of_this_computer_are_shown_as_one_that_can_be_opened(base: Path) -> None:
    with serving(base, "--host", "0.0.0.0", "--port", "0") as served:  # noqa: S104  for the moment of the test
        assert served.address.startswith("http://127.0.0.1:")
        assert ask(f"{served.address}en/").status == 200


@pytest.mark.parametrize("port", ["65536", "-1", "http", "²"])
def test_a_port_that_is_none_is_said(base: Path, port: str) -> None:
    result = tremplin("serve", f"--port={port}", base=base)

    assert result.exit_code == 2
    assert result.stderr == f"error: `{port}` is not a port\n  help: write a number up to 65535, such as `--port 8000`\n"


@pytest.mark.parametrize("host", ["192.0.2.1", "nonsense.invalid"])
@pytest.mark.parametrize("port", [("--port", "0"), ()])
def test_an_address_that_is_not_of_this_computer_is_said(base: Path, host: str, port: tuple[str, ...]) -> None:
    result = tremplin("serve", "--host", host, *port, base=base)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: the server cannot listen at {host}, port {'0' if port else '8000'}: ")
    assert result.stderr.endswith("\n  help: leave `--host` out, or name an address of this computer\n")


def test_a_base_that_cannot_be_configured_is_said_with_its_place(base: Path) -> None:
    (base / "mkdocs.yml").write_text("site_name: A base\n", encoding="utf-8")

    result = tremplin("serve", "--port", "0", base=base)

    assert result.exit_code == 1
    assert "mkdocs.yml:1:1: error[site-configuration]" in result.stderr


def test_a_folder_that_holds_something_else_is_refused(base: Path) -> None:
    write_base(base, {**BASE, "site/thesis.txt": "years of work"})

    result = tremplin("serve", "--port", "0", base=base)

    assert result.exit_code == 2
    assert "holds something that is not a site" in result.stderr
    assert (base / "site/thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_a_preview_that_cannot_be_written_is_refused_at_once(base: Path) -> None:
    (base / ".cache").write_text("No folder.\n", encoding="utf-8")

    result = tremplin("serve", "--port", "0", base=base)

    assert result.exit_code == 1
    assert "nothing can be written into the folder" in result.stderr
    assert ".cache" in result.stderr
    assert "help: ask for the right to write there, or copy the knowledge base to a folder of your own" in result.stderr
    assert "Traceback" not in result.stderr
