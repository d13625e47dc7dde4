"""Run by Arelle's Python: loads a report and checks its calculations, and times each apart.

    python peer_arelle_check.py REPORT.xbrl c11r|c11t

Prints JSON: processor seconds of loading (schema, facts and their validation) and of the calculations alone, and the codes found.
"""

import json
import sys
import time

from arelle import Cntlr, FileSource, ValidateXbrlCalcs


def main(path: str, mode: str) -> None:
    controller = Cntlr.Cntlr(logFileName="logToBuffer", disable_persistent_config=True)
    controller.webCache.workOffline = True
    started = time.process_time()
    report = controller.modelManager.load(FileSource.openFileSource(path, controller))
    loaded = time.process_time()
    modes = ValidateXbrlCalcs.ValidateCalcsMode
    wanted = modes.TRUNCATION if mode == "c11t" else modes.ROUND_TO_NEAREST
    found = [(each.codes, each.args.get("contextID")) for each in ValidateXbrlCalcs.validate(report, wanted)]
    checked = time.process_time()
    print(json.dumps({"load": loaded - started, "check": checked - loaded, "found": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
