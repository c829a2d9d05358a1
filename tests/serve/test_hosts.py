from ipaddress import IPv4Address, IPv6Address

import pytest

from tremplin.serve.hosts import is_meant


@pytest.mark.parametrize("address", [str(IPv4Address(0)), "192.168.0.7", str(IPv6Address(0)), "2001:db8::7"])
def test_a_server_for_the_whole_network_answers_to_every_name(address: str) -> None:
    assert is_meant("my-computer.example", listens_at=address, called="my-computer")


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_a_server_for_this_computer_answers_to_the_name_that_it_was_started_under_and_to_no_other(address: str) -> None:
    assert is_meant("my-computer:8000", listens_at=address, called="my-computer")
    assert not is_meant("my-computer.example:8000", listens_at=address, called="my-computer")
