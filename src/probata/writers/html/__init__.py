"""The HTML writer, and the body in HTML that the PDF writer shares."""

from probata.writers.format import Format
from probata.writers.html.page import write_html

FORMAT = Format(id="html", title="Web page, one file without scripts", write=write_html)
