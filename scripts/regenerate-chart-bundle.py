#!/usr/bin/env python3
"""Makes Sources/CWebAssets/vendor/vega-bundle.js again and checks it against its checksum.

The bundle is Vega, Vega-Lite and Vega-Embed (with the expression interpreter, so that pages
need no `unsafe-eval`) in one file, exported by vl-convert-python.

    python3 -m venv .venv && .venv/bin/pip install vl-convert-python==1.9.0.post1
    .venv/bin/python scripts/regenerate-chart-bundle.py          # check only
    .venv/bin/python scripts/regenerate-chart-bundle.py --write  # replace bundle and checksum
"""

import hashlib
import pathlib
import sys

import vl_convert

VEGA_LITE = "6.4"
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Sources/CWebAssets/vendor"


def main() -> int:
    bundle = vl_convert.javascript_bundle(vl_version=VEGA_LITE).encode()
    digest = hashlib.sha256(bundle).hexdigest()
    line = f"{digest}  vega-bundle.js\n"
    checksum = FOLDER / "vega-bundle.js.sha256"
    # A script element ends at the first "</script", wherever it stands.
    if b"</script" in bundle.lower() or b"<!--" in bundle:
        print("the bundle cannot stand inside a script element", file=sys.stderr)
        return 1
    if "--write" in sys.argv[1:]:
        (FOLDER / "vega-bundle.js").write_bytes(bundle)
        checksum.write_text(line)
        print(f"wrote {len(bundle)} bytes, sha256 {digest}")
        return 0
    if checksum.read_text() != line:
        print(f"checksum differs: {digest} was made, {checksum.read_text().split()[0]} is stored")
        return 1
    print("the bundle is reproduced byte for byte")
    return 0


if __name__ == "__main__":
    sys.exit(main())
