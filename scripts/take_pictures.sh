#!/bin/sh
# Take the pictures of the README, of docs/report.md and of docs/templates.md anew, from the example. Needs Poppler,
# Chromium and LibreOffice; run it when a document or the report changes, or their looks.
set -eu
cd "$(dirname "$0")/.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# The page on which a text stands for the last time, so that the contents are passed over.
page_of() {
    pdftotext -layout "$1" - | awk -v text="$2" 'BEGIN { RS = "\f" } index($0, text) { page = NR } END { print page }'
}

take() {
    page=$(page_of "$1" "$2")
    [ -n "$page" ] || { echo "no page of $1 says: $2"; exit 1; }
    pdftoppm -png -gray -singlefile -r 76 -f "$page" -l "$page" "$1" "docs/images/$3"
}

.venv/bin/probata build claims/example --final --format pdf --out "$made" --quiet
submission=$made/example/outgoing/uk-ghr.en-GB.pdf
annexes=$made/example/outgoing/uk-ghr-annexes.en-GB.pdf
letter=$made/example/outgoing/un-sp.en-GB.pdf
court=$made/example/outgoing/uk-cpr-ws.en-GB.pdf
take "$submission" "Asked for" submission-cover
take "$submission" "Count 1: Torture" submission-allegation
take "$annexes" "Posts held and matters alleged" submission-timeline
take "$annexes" "Bodies, command and posts held" submission-command
take "$letter" "Mandates addressed" letter-cover
take "$court" "BETWEEN" court-statement

# The page of a template in Word as it is when somebody opens it for the first time.
.venv/bin/probata new forum my-letter --extends uk-ghr --word --into "$made/templates" --quiet
soffice "-env:UserInstallation=file://$made/profile" --headless --convert-to pdf --outdir "$made" \
    "$made/templates/my-letter/template.docx" > "$made/log"
pdftoppm -png -gray -singlefile -r 76 -f 1 -l 1 "$made/template.pdf" docs/images/word-template

.venv/bin/python scripts/take_report_pictures.py "$made/example/internal/report.html"
.venv/bin/python scripts/take_workbench_pictures.py
