"""`recoupe run`: articles read into a ledger."""

import dataclasses

import typer

from recoupe.cli import options
from recoupe.cli.context import Context


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.run"))
    def run(
        paths: list[str] = options.paths(say),
        ledger: str | None = options.ledger(say),
        jobs: str | None = typer.Option(None, metavar="N", help=say("help.jobs")),
        published: str | None = options.published(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        file, processes = context.ledger(ledger), context.jobs(jobs)
        context.day("--published", published)

        from recoupe import pipeline
        from recoupe.cli.json_lines import line
        from recoupe.cli.progress import progress
        from recoupe.cli.summary import report_words, show_summary
        from recoupe.feeds.files import survey
        from recoupe.store.ledger import Ledger
        from recoupe.store.view import View

        survey(paths)  # a path that does not exist should leave no new ledger behind
        with Ledger.open(file) as open_ledger, progress(say("report.reading")) as watch:
            report = pipeline.run(paths, open_ledger, jobs=processes, published=published, watch=watch)
        with Ledger.open(file) as open_ledger, progress(say("report.comparing")) as watch:
            pipeline.relate(open_ledger, watch=watch)
        with Ledger.open(file) as open_ledger, progress(say("report.grouping")) as watch:
            pipeline.group(open_ledger, watch=watch)
        with Ledger.open(file) as open_ledger, progress(say("report.reconciling")) as watch:
            pipeline.digest(open_ledger, watch=watch)
        with View.open(file) as view:
            summary = view.summary()
            if as_json:
                context.output.write(line({"report": dataclasses.asdict(report), **dataclasses.asdict(summary)}))
            else:
                context.output.line((report_words(say, report), "bold"))
                context.output.line()
                show_summary(context, summary, view.french_names(), file)
        if report.refused:
            raise typer.Exit(1)
