"""The table of scenarios, one module a kind of client."""

from . import (
    browsers, coding_agents, command_line, hidden_environment, libraries, marker, telemetry)
from .scenario import Scenario, Table

__all__ = ["Scenario", "table"]


def table():
    """Every scenario by its name `tool/title`."""
    rows = Table()
    for module in (command_line, libraries, telemetry, marker, hidden_environment, coding_agents,
                   browsers):
        module.add_to(rows)
    return rows
