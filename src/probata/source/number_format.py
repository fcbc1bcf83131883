"""A number as a cell shows it, by the code of its format (ECMA-376 part 1, 18.8.30 and 18.8.31).

Decimals, thousands, per cent, signs and words beside the digits, sections and times of day. A scientific format, a
fraction, a condition and what else is not understood give the number in plain digits, which nobody misreads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: "#,##0;(#,##0)", 42: "#,##0;(#,##0)", 43: "#,##0.00;(#,##0.00)", 44: "#,##0.00;(#,##0.00)",
    45: "mm:ss", 46: "[h]:mm:ss",
}  # fmt: skip
"""Codes of the formats that every workbook has by their number; signs of a currency are left to its country."""
_LONGEST: Final = 255
"""Characters of a code; Excel takes no longer one."""
_EXACT: Final = Context(prec=700)
"""Digits enough for every number of a cell and every decimal of a code."""
_SECTIONS: Final = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_PIECE: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<space>_.)|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+)\]"
    r"|(?P<core>general|[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+)|(?P<plain>[^\w@#?.,;\[\]*\\\"])",
    re.IGNORECASE | re.DOTALL,
)
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_CLOCK: Final = re.compile(r"\[h+\]|\[m+\]|h+|m+|s+(?:\.0+)?|am/pm|a/p", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows of a number."""

    text: str
    digits: str
    """The number without the words beside it, with its sign; `text` where it would be another, as in thousands."""


def plain(number: float) -> str:
    """Return the shortest decimal of up to 15 digits, as the bar above a sheet shows a number: `2.3`, `1000`."""
    return f"{Decimal(f'{number:.15g}'):f}"


def bare_code(code: str) -> str:
    """Return a code in small letters, without colours, countries and what stands in it as it is."""
    return _LITERAL.sub("", code).lower()


def shown(number: float, code: str) -> Shown:
    """Return what a cell shows of a number in a format; `code` is empty where it has none.

    Half is rounded away from zero, as in Excel.
    """
    found = _shown(number, code) if code and len(code) <= _LONGEST else None
    return found if found and found.text else Shown(plain(number), plain(number))


def _shown(number: float, code: str) -> Shown | None:
    if is_clock(code):
        said = _clock(number, bare_code(code))
        return Shown(said, said)
    sections = _SECTIONS.split(code)
    place = 1 if number < 0 else 2 if number == 0 else 0
    section = sections[place] if place < min(len(sections), 3) else sections[0]
    return _in_section(abs(Decimal(plain(number))), section, "-" if number < 0 else "")


def _in_section(value: Decimal, section: str, sign: str) -> Shown | None:
    """Return what a section shows; a negative number that it tells by its colour alone has a sign too."""
    pieces = list(_PIECE.finditer(section))
    cores = [piece["core"] for piece in pieces if piece["core"]]
    if "".join(piece[0] for piece in pieces) != section or len(cores) > 1:
        return None
    percents = sum(piece["plain"] == "%" for piece in pieces)
    digits = _digits(value * 100**percents, cores[0]) if cores else f"{value:f}"
    sign = sign if digits.strip("0.,") else ""
    said = (
        digits if piece["core"] else
        piece["quoted"] or piece["escaped"] or piece["currency"] or piece["plain"] or (" " if piece["space"] else "")
        for piece in pieces
    )  # fmt: skip
    text = "".join(said).strip()
    text = f"{sign}{text}" if cores and not re.search(r"[-(]", text) else text
    is_scaled = bool(cores) and cores[0].endswith(",")
    return Shown(text, text if is_scaled else f"{sign}{digits or 0}{'%' * percents}")


def _digits(value: Decimal, core: str) -> str:
    if core.lower() == "general":
        return f"{value:f}"
    whole, _, decimals = core.rstrip(",").partition(".")
    value = value.scaleb(-3 * (len(core) - len(core.rstrip(","))), _EXACT)
    value = value.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _EXACT)
    if not value and "0" not in core:
        return ""
    before, _, behind = (f"{value:,f}" if "," in whole else f"{value:f}").partition(".")
    least = len(decimals.rstrip("#?"))
    behind = behind[:least] + behind[least:].rstrip("0")
    return f"{before.zfill(whole.count('0'))}{'.' if behind else ''}{behind}"


def is_clock(code: str) -> bool:
    """Tell whether a format shows a time of day or a length of time, and no day."""
    bare = bare_code(code)
    return ":" in bare and bool(re.search("[hs]", bare)) and not re.search("[yd]", bare)


def _clock(number: float, code: str) -> str:
    code = code.partition(";")[0]
    seconds = round(abs(number) * 86_400)
    hours, minutes = seconds // 3600, seconds // 60
    is_half = "am/pm" in code or "a/p" in code

    def part(found: re.Match[str]) -> str:
        word = found[0]
        if word in ("am/pm", "a/p"):
            return ("AM", "PM")[hours % 24 >= 12][: 1 if word == "a/p" else 2]
        value = {
            "[h": hours, "[m": minutes, "h": (hours % 12 or 12) if is_half else hours % 24, "m": minutes % 60,
            "s": seconds % 60,
        }[word[: 2 if word[0] == "[" else 1]]  # fmt: skip
        return f"{value:0{min(len(word.strip('[]')), 2)}d}" if "." not in word else f"{value:02d}"

    return _CLOCK.sub(part, code).strip()
