"""Changed words: letters of another script that hide a word."""

from tests.stages.derive.between import between, told
from tests.stages.derive.passage_pairs import make_profile


def test_letters_that_hide_a_word() -> None:
    plain = "Авиация обстреляла колонну беженцев, сообщил очевидец."
    hidden = plain.replace("колонну", "кoлoнну").replace("беженцев", "бeжeнцeв")
    found = told(between(make_profile("ru", plain), make_profile("ru", hidden)))
    assert [f[:3] for f in found] == [("word", "disguised", "колонну"), ("word", "disguised", "беженцев")]
