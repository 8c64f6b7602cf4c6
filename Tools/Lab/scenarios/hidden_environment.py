"""An experiment for `telltale compare`: the project's open client that hides its environment."""

from layout import CLIENTS

from .scenario import place

TOOL = "hidden-environment"
ZONES = {"new_york": "America/New_York", "tokyo": "Asia/Tokyo"}
LANGUAGES = {"en": "en_US.UTF-8", "ja": "ja_JP.UTF-8"}
REPLICATES = 4


def add_to(table):
    for zone, zone_name in ZONES.items():
        for language, language_name in LANGUAGES.items():
            for replicate in range(1, REPLICATES + 1):
                table.add(
                    TOOL, f"{zone}__{language}__r{replicate}",
                    f"one request under {zone_name} and {language_name}, run {replicate}",
                    "/usr/bin/python3", CLIENTS / "hidden_environment.py",
                    version=f"{TOOL} 1.0 (of this project)",
                    machine=place(zone_name, language_name), linger=0.5)
