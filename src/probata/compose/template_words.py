"""Words of the template engine in plain words: what it says of a template that cannot be read or filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches

from jinja2.tests import TESTS

from probata.compose.environment import FILTERS

Words = tuple[str, str]
"""Message and next step."""

_TAGS = ("for", "endfor", "if", "elif", "else", "endif", "block", "endblock", "extends", "include", "import", "from",
         "macro", "endmacro", "set", "endset", "with", "endwith", "call", "endcall", "filter", "endfilter", "raw",
         "endraw")  # fmt: skip
_SIGNS = {
    "end of print statement": "`}}`", "begin of print statement": "`{{`", "end of statement block": "`%}`",
    "begin of statement block": "`{%`", "end of template": "the end of the file", "template data / text": "text",
    "integer": "a number", "float": "a number", "string": "a text in quotation marks", "name": "a name",
}  # fmt: skip
_BRACKETS = "close each bracket and each `{{`, the last one first"
_ONE_NAME = "write one name between double braces; two are joined by `~`, as in `title ~ state`"


def _sign(token: str) -> str:
    return _SIGNS.get(token, f"`{token}`")


def _expected(found: re.Match[str]) -> Words:
    is_end = "end of" in found["wanted"]
    help = _ONE_NAME if is_end and found["got"] not in _SIGNS else _BRACKETS
    return f"{_sign(found['got'])} stands where {_sign(found['wanted'])} is expected", help


def _missing(found: re.Match[str]) -> Words:
    help = "write a name or a value before it, or take away the sign before it"
    return f"{_sign(found['got'])} stands where a name or a value is expected", help


def _character(found: re.Match[str]) -> Words:
    character = found["got"]
    if character in "\"'":
        return "a quotation mark is opened here and not closed", "close it with the same mark"
    return f"the character `{character}` has no meaning here", "put a text into quotation marks, or take it away"


def _unclosed(found: re.Match[str]) -> Words:
    end = f"`{{% end{found['block']} %}}`"
    return f"it ends before {end}", f"write {end} where the part that begins with `{found['block']}` ends"


def _unknown_tag(found: re.Match[str]) -> Words:
    tag, inner = found["tag"], re.search(r"to be closed is '(\w+)'", found.string)
    open_part = f"; `{inner[1]}` is open and ends with `{{% end{inner[1]} %}}`" if inner else ""
    if tag in _TAGS:
        return f"`{{% {tag} %}}` stands where it has no meaning{open_part}", "close first what was opened last"
    return f"there is no tag `{tag}`{open_part}", _nearest(tag, _TAGS, "the tags are")


def _unknown_filter(found: re.Match[str]) -> Words:
    is_filter = found["kind"] == "filter"
    known = FILTERS if is_filter else [name for name in TESTS if name.isalpha()]
    help = _nearest(found["name"], known, f"the {found['kind']}s are")
    return f"there is no {found['kind']} `{found['name']}`", help


def _nearest(word: str, known: Iterable[str], head: str) -> str:
    names = sorted(known)
    near = get_close_matches(word, names, 1)
    return f"did you mean `{near[0]}`?" if near else f"{head} {', '.join(names)}"


def _say(message: str, help: str) -> Callable[[re.Match[str]], Words]:
    return lambda found: (message.format(*found.groups()), help)


_PHRASES: tuple[tuple[str, Callable[[re.Match[str]], Words]], ...] = (
    (r"expected token '(?P<wanted>.+)', got '(?P<got>.+)'", _expected),
    (r"unexpected '(?P<got>.+)', expected '(?P<wanted>.+)'", _expected),
    (r"unexpected end of template, expected '(?P<wanted>.+)'",
     lambda found: (f"it ends before {_sign(found['wanted'])}", _BRACKETS)),
    (r"unexpected char (?P<quote>['\"])(?P<got>.+)(?P=quote) at", _character),
    (r"(?:unexpected|expected an expression, got) '(?P<got>.+)'", _missing),
    (r"unexpected end of template.*to be closed is '(?P<block>\w+)'", _unclosed),
    (r"unknown tag '(?P<tag>.+?)'", _unknown_tag),
    (r"no (?P<kind>filter|test) named '(?P<name>.+?)'", _unknown_filter),
    (r"block '(.+)' defined twice", _say("the block `{0}` stands twice", "give one of the two another name")),
    (r"(?:can't|cannot) assign to '(.+)'", _say("`{0}` cannot be set", "choose another name")),
    (r"tag name expected", _say("no word stands behind `{{%`", "write one, such as `if` or `for`")),
    (r"missing end of comment", _say("a remark is opened here and not closed", "close it with `##}`")),
    (r"missing end of raw", _say("`raw` is opened here and not closed", "close it with `{% endraw %}`")),
    (r"extend from a non top-level", _say("`extends` stands inside another part", "write it at the top of the file")),
    (r"extended multiple times", _say("the template extends two others", "keep one `extends`")),
    (r"expected call", _say("`call` is followed by no macro", "write its name with brackets: `call name()`")),
    (r"chain multiple tests", _say("two questions with `is` stand in a row", "put `and` between them")),
    (r"block names|identifier", _say("a name here has a character that names cannot have",
                                     "use letters, digits and `_`: a hyphen is read as minus")),
    (r"^'super' is undefined", _say("`super()` stands outside a block", "write it into the block that it is to print")),
    (r"no parent block called '(.+?)'", _say("no forum above has a block `{0}` for `super()` to print",
                                             "`probata explain block NAME` shows the blocks")),
    (r"required block '(.+?)' not found", _say("the block `{0}` is missing", "write it: the forum above needs it")),
    (r"assign attribute on non-namespace", _say("a field cannot be set here", "set a name of your own instead")),
    (r"does not export the requested name '(.+?)'", _say("`{0}` is not in the template that is imported",
                                                         "name one of its macros")),
    (r"parameter '(.+?)' was not provided", _say("the macro is called without `{0}`", "hand it over in brackets")),
)  # fmt: skip
"""What the engine says, in any case, and what it is to a reader."""


def in_plain_words(said: str) -> Words | None:
    """Return message and next step for what the engine says; `None` where that is not known."""
    for pattern, words in _PHRASES:
        if found := re.search(pattern, said, re.IGNORECASE | re.DOTALL):
            return words(found)
    return None
