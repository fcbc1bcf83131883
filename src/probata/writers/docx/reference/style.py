"""One style of the reference document as text."""

from __future__ import annotations

from dataclasses import dataclass

BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
ROMAN = '<w:i w:val="0"/><w:iCs w:val="0"/>'
KEEP = "<w:keepNext/><w:keepLines/>"
WHOLE = "<w:keepLines/>"
NOT_KEPT = '<w:keepNext w:val="0"/>'
CENTRED = '<w:jc w:val="center"/>'
CONTEXTUAL = "<w:contextualSpacing/>"
"""No space between paragraphs of one style."""
JUSTIFIED = '<w:jc w:val="both"/>'
RIGHT = '<w:jc w:val="right"/>'
DIVIDED = '<w:suppressAutoHyphens w:val="0"/>'
"""Words are divided at the end of a line."""
UNDIVIDED = "<w:suppressAutoHyphens/>"


def size(points: float) -> str:
    """Return the size of type, in half points as Word counts."""
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def spacing(before: int, after: int, line: int = 0) -> str:
    """Return space before and after in twentieths of a point, and line height in 240ths of a line."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    """Return indents in twentieths of a point."""
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def colour(look: str) -> str:
    """Return a colour of a look as Word writes it."""
    return look.removeprefix("#").upper()


def level(outline: int) -> str:
    """Return the outline level, 0 for the highest, 9 for none."""
    return f'<w:outlineLvl w:val="{outline}"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id is its name without spaces."""

    name: str
    paragraph: str = ""
    """Content of `w:pPr`, in the schema's order."""

    run: str = ""
    """Content of `w:rPr`, in the schema's order."""

    based_on: str = "Normal"
    type: str = "paragraph"
    following: str = ""
    """Style of the next paragraph that a user types."""

    default: bool = False
    more: str = ""
    """What follows the properties: those of tables."""

    hidden: bool = False

    @property
    def id(self) -> str:
        """The id inside the file."""
        return style_id(self.name)

    def xml(self) -> str:
        """Return the element."""
        default = ' w:default="1"' if self.default else ""
        based_on = f'<w:basedOn w:val="{style_id(self.based_on)}"/>' if self.based_on else ""
        following = f'<w:next w:val="{style_id(self.following)}"/>' if self.following else ""
        shown = '<w:uiPriority w:val="99"/><w:semiHidden/>' if self.hidden else "<w:qFormat/>"
        paragraph = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        run = f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style w:type="{self.type}"{default} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f"{based_on}{following}{shown}{paragraph}{run}{self.more}</w:style>"
        )


def style_id(name: str) -> str:
    """Return the id that our own file gives a style: `heading 1` becomes `Heading1`."""
    return "".join(word[0].upper() + word[1:] for word in name.split())
