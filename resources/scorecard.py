"""Makes src/recoupe/export/scorecard.json, which sites show, of the floors that the evaluations hold: `python -m resources.scorecard`."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Writes the file."""
    floors = json.loads((ROOT / "evals" / "floors.json").read_text("utf-8"))
    kept = {
        corpus: {"language": about["language"], "floors": about["floors"]}
        for corpus, about in floors.items()
        if isinstance(about, dict) and about.get("floors")
    }
    target = ROOT / "src" / "recoupe" / "export" / "scorecard.json"
    target.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
