"""The project's imitation of a published covert marker. No proprietary tool is involved."""

from layout import CLIENTS

from .scenario import place

VERSION = "marker-imitation 1.0 (an imitation, of this project)"


def add_to(table):
    def imitation(title, description, *arguments, **more):
        table.add("marker-imitation", title, description, "/usr/bin/python3",
                  CLIENTS / "marker_imitation.py", *arguments, version=VERSION, **more)

    imitation("all-forms", "imitation: all eight forms, in a message and in the system text",
              "--all-forms", "--place", "both")
    imitation("unmarked", "imitation: the vendor's own host, so nothing is marked",
              machine=place("Asia/Shanghai"))
    imitation("domain-shanghai", "imitation: base URL on a listed domain, Chinese time zone",
              machine=place("Asia/Shanghai"),
              variables={"ANTHROPIC_BASE_URL": "https://api.lab-gateway.cn"})
    imitation("keyword-newyork", "imitation: base URL with a listed word",
              variables={"ANTHROPIC_BASE_URL": "https://deepseek-relay.papermoon.example"})
