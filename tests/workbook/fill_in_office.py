"""Run by the Python that LibreOffice speaks with: types a month into the workbook, recalculates it and saves it.

Arguments: the workbook, the values as JSON (sheet → list of [row, column, value]), the file to save, its filter.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def wanted(name: str, value: object) -> PropertyValue:
    return PropertyValue(name, 0, value, 0)


def desktop(pipe: str) -> Any:
    """LibreOffice, as soon as it answers."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
        else:
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    raise SystemExit("LibreOffice does not answer")


def main() -> None:
    workbook, values, target, saved_as = sys.argv[1:]
    home, pipe = Path(target).parent / "profile", f"disclose{Path(target).stem}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={home.as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        desk = desktop(pipe)
        document = desk.loadComponentFromURL(Path(workbook).as_uri(), "_blank", 0, (wanted("Hidden", True),))
        for sheet, cells in json.loads(Path(values).read_text(encoding="utf-8")).items():
            page = document.Sheets.getByName(sheet)
            for row, column, value in cells:
                cell = page.getCellByPosition(column - 1, row - 1)
                if isinstance(value, str):
                    cell.setFormula(value)  # as if typed: a day becomes a day, a figure a figure
                else:
                    cell.setValue(value)
        document.calculateAll()
        accounts = document.Sheets.getByName("账户")
        shown = [[accounts.getCellByPosition(c, r).getString() for c in range(14)] for r in range(3, 10)]
        print(json.dumps(shown, ensure_ascii=False))
        document.storeToURL(Path(target).as_uri(), (wanted("FilterName", saved_as),))
        document.close(True)
        desk.terminate()
        office.wait(60)
    finally:
        office.kill()


main()
