"""Files, folders, patterns and standard input: what is read, and that nothing is passed over in silence."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from recoupe.errors import InputError
from recoupe.feeds.files import collect, fetch, survey
from recoupe.feeds.item import Item
from recoupe.model.issue import Issue


def written(folder: Path, **files: str) -> Path:
    """The folder with the files in it; `a__b_txt` is a/b.txt."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_a_file_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    path = str(written(tmp_path, note_md="Deux morts.") / "note.md")
    assert fetch(path) == Item(path, b"Deux morts.")


def test_a_folder_gives_its_articles_in_the_order_of_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, b_txt="b", a__z_html="z", a__y_TXT="y", _hidden_txt="h", a__data_json="{}", readme_md="#")
    monkeypatch.chdir(tmp_path)
    found = survey(["."])
    assert found.paths == ("./a/y.TXT", "./a/z.html", "./b.txt")
    assert [(i.path, i.reason) for i in found.issues] == [
        (".", "2 files are neither text nor HTML and passed over (.json: 1, .md: 1)")
    ]


def test_a_folder_is_joined_as_it_was_given(tmp_path: Path) -> None:
    written(tmp_path, a__b_txt="b")
    assert survey([f"{tmp_path}/a/"]).paths == (f"{tmp_path}/a/b.txt",)


def test_each_path_is_taken_once(tmp_path: Path) -> None:
    folder = str(written(tmp_path, a_txt="a", b_txt="b"))
    assert survey([f"{folder}/b.txt", folder, f"{folder}/b.txt"]).paths == (f"{folder}/b.txt", f"{folder}/a.txt")


def test_a_pattern_that_the_shell_left(tmp_path: Path) -> None:
    folder = str(written(tmp_path, a_txt="a", b_txt="b", c_html="c", d__e_txt="e"))
    assert survey([f"{folder}/*.txt"]).paths == (f"{folder}/a.txt", f"{folder}/b.txt")
    assert survey([f"{folder}/**/*.txt"]).paths == (f"{folder}/a.txt", f"{folder}/b.txt", f"{folder}/d/e.txt")


def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "bilan[1].txt"
    path.write_bytes(b"x")
    assert survey([str(path)]).paths == (str(path),)


@pytest.mark.parametrize("path", ["no/such/file.txt", "no/such/*.txt", "", "a\0b"])
def test_what_does_not_exist_is_an_error_in_one_sentence(path: str) -> None:
    with pytest.raises(InputError) as error:
        survey([path])
    assert "\n" not in str(error.value)


def test_the_error_comes_before_the_first_item() -> None:
    with pytest.raises(InputError):
        collect(["no/such/file.txt"])


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Sept morts.")))
    assert list(collect(["-"])) == [Item("-", b"Sept morts.")]


def test_gzip_is_undone_by_its_content(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt.gz").write_bytes(gzip.compress(b"un ") + gzip.compress(b"deux"))
    (folder / "b.html").write_bytes(gzip.compress(b"<p>trois</p>"))
    (folder / "c.tar.gz").write_bytes(gzip.compress(b"no article"))
    items = [item for item in collect([str(folder)]) if isinstance(item, Item)]
    assert [item.data for item in items] == [b"un deux", b"<p>trois</p>"]
    assert [Path(item.path).name for item in items] == ["a.txt.gz", "b.html"]


def test_gzip_with_rubbish_behind_it_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"entier") + b"\0\0\0rubbish")
    assert fetch(str(path)) == Item(str(path), b"entier")


@pytest.mark.parametrize("cut", [3, 9, 20, -9, -1])
def test_gzip_cut_short(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(os.urandom(100))[:cut])
    issue = fetch(str(path))
    assert isinstance(issue, Issue)
    assert issue.kind == "unreadable"
    assert "gzip" in issue.reason


def test_a_gzip_bomb_is_stopped_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"0" * 3_000_000))
    issue = fetch(str(path), limit_bytes=1_000_000)
    assert isinstance(issue, Issue)
    assert issue.reason == "it is larger than 1 MB"


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    issue = fetch(str(path))
    assert isinstance(issue, Issue)
    assert (issue.kind, issue.reason, issue.path) == ("unreadable", "it is larger than 20 MB", str(path))


def test_an_endless_stream_is_stopped_at_the_limit() -> None:
    assert isinstance(fetch("/dev/zero", limit_bytes=100_000), Issue)


def test_an_empty_file(tmp_path: Path) -> None:
    path = str(written(tmp_path, a_txt="") / "a.txt")
    assert fetch(path) == Issue("empty", "the file is empty", path)


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(tmp_path / "gone.txt")
    found = list(collect([str(tmp_path)]))
    assert found == [Issue("unreadable", "the link leads nowhere", str(link))]


def test_a_link_back_is_not_followed_twice(tmp_path: Path) -> None:
    written(tmp_path, a__b_txt="b")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    found = survey([str(tmp_path)])
    assert found.paths == (f"{tmp_path}/a/b.txt",)
    assert [issue.path for issue in found.issues] == [f"{tmp_path}/a/loop"]


def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    written(tmp_path, out__a_txt="a", top__b_txt="b")
    (tmp_path / "top" / "more").symlink_to(tmp_path / "out")
    assert survey([f"{tmp_path}/top"]).paths == (f"{tmp_path}/top/b.txt", f"{tmp_path}/top/more/a.txt")


def test_a_pipe_in_a_folder_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    found = survey([str(tmp_path)])
    assert found.paths == ()
    assert [issue.reason for issue in found.issues] == ["this is a device or a pipe, not a file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert fetch(str(path)) == Issue("unreadable", "there is no permission to read it", str(path))


def test_a_file_that_is_gone_when_its_turn_comes(tmp_path: Path) -> None:
    folder = written(tmp_path, a_txt="a", b_txt="b")
    items = collect([str(folder)])
    (folder / "b.txt").unlink()
    first, second = items
    assert isinstance(first, Item)
    assert isinstance(second, Issue)


def test_many_other_files_are_one_issue(tmp_path: Path) -> None:
    for n in range(9):
        (tmp_path / f"x.{n}").write_bytes(b"")
        (tmp_path / f"y{n}.pdf").write_bytes(b"")
    (issue,) = survey([str(tmp_path)]).issues
    assert issue.reason == (
        "18 files are neither text nor HTML and passed over (.pdf: 9, .0: 1, .1: 1, .2: 1, .3: 1, others: 5)"
    )
