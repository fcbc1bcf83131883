"""The lines of template text as they are written, each with the number of the paragraph that it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.compose.word_template.styles import Look


@dataclass(slots=True)
class Lines:
    """Template text in the making. What stands between blocks in Markdown, empty lines and boxes, is written here."""

    text: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """Of the paragraph of each line, from 1; 0 for what comes from none."""
    number: int = 0
    box: str = ""
    """The box that is open."""
    depth: int = -1
    """Level of the last entry of a list; -1 behind anything else."""

    def write(self, text: str) -> None:
        """Write lines as they are."""
        for line in text.split("\n"):
            self.text.append(line)
            self.numbers.append(self.number)

    def control(self, *tags: str) -> None:
        """Write tags of the template engine, a line each, outside of every box."""
        self.close()
        for tag in tags:
            self.write(f"{{% {tag} %}}")

    def block(self, text: str, attributes: str = "", box: str = "") -> None:
        """Write a paragraph or another block, in a box where it has one."""
        self.depth = -1
        if box != self.box:
            self.close()
            if box:
                self.write(f"::::: {box}")
                self.box = box
        if attributes:
            self.write(attributes)
        self.write(text)
        self.write("")

    def item(self, text: str, look: Look) -> None:
        """Write an entry of a list, at most one level below the last.

        An empty line follows each: what comes next depends on conditions, and a paragraph right below would go on.
        """
        self.close()
        self.depth = min(look.level, self.depth + 1)
        self.write(f"{'   ' * self.depth}{'1.' if look.ordered else '-'} {text}")
        self.write("")

    def close(self) -> None:
        """Close the box that is open."""
        if self.box:
            self.write(":::::")
            self.write("")
            self.box = ""
