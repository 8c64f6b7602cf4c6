"""The table of scenarios, one module a kind of client."""

from . import browsers, command_line, coding_agents, libraries, marker, telemetry
from .scenario import Scenario, Table

__all__ = ["Scenario", "table"]


def table():
    """Every scenario by its name `tool/title`."""
    rows = Table()
    for module in (command_line, libraries, telemetry, marker, coding_agents, browsers):
        module.add_to(rows)
    return rows
