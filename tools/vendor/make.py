#!/usr/bin/env python3
"""Makes what stands under src/main/resources/static/vendor: the typeface, the icons, the viewers of forms and of
process models, and their manifest.

Run it from the top of the project after changing a version, the glyphs or icons.txt; name parts to make only those:

    tools/vendor/make.py [bpmn-js] [form-js] [inter] [lucide]

It needs npm, and for the typeface Python with fonttools and brotli (Debian: python3-fonttools python3-brotli). The
build does not: what it makes is committed, and a test compares every file with the manifest.
"""

import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

INTER = ("@fontsource-variable/inter", "5.3.0", "OFL-1.1", "Inter")
LUCIDE = ("lucide-static", "1.62.0", "ISC AND MIT", "Lucide")
FORM_JS = ("@bpmn-io/form-js-viewer", "2.0.0", "MIT, the bpmn.io watermark stays visible", "form-js viewer")
BPMN_JS = ("bpmn-js", "18.31.1", "bpmn.io license (MIT with a visible watermark)", "bpmn-js viewer")
ESBUILD = "0.28.2"

VENDOR = pathlib.Path("src/main/resources/static/vendor")
HERE = pathlib.Path(__file__).parent

# What French and English pages are written with; other Latin letters (names from elsewhere) come in a second file that
# a browser asks for only when a page holds one of them. static/css/tokens.css says the same ranges.
CORE = (
    "U+0020-007E,U+00A0-00FF,U+0152-0153,U+0178,U+2009,U+2011,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,"
    "U+202F,U+2039-203A,U+20AC,U+2122,U+2190-2193,U+2212"
)
WEIGHTS = "wght=400:700"
FEATURES = "kern,ccmp,locl,tnum"
FIGURES = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}


def run(*command, cwd=None):
    subprocess.run([str(part) for part in command], cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def fonttools(*arguments):
    run(sys.executable, "-m", *arguments)


def figures_only(font_file):
    """Inter widens hyphens and brackets with its tabular figures; in running text only figures may be tabular."""
    from fontTools.ttLib import TTFont

    font = TTFont(font_file, recalcTimestamp=False)
    substitutions = font["GSUB"].table
    tabular = {
        index
        for record in substitutions.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    for index in tabular:
        for part in substitutions.LookupList.Lookup[index].SubTable:
            part.mapping = {glyph: wide for glyph, wide in part.mapping.items() if glyph in FIGURES}
    font.save(font_file)


def unpacked(package, folder):
    """The published package, unpacked in a folder."""
    name, version, *_ = package
    run("npm", "pack", "--silent", f"{name}@{version}", cwd=folder)
    (archive,) = folder.glob("*.tgz")
    run("tar", "-xzf", archive, "-C", folder)
    return folder / "package"


def make_typeface(work):
    source = unpacked(INTER, work)
    target = VENDOR / "inter"
    target.mkdir(parents=True)
    for part, unicodes in (("latin", CORE), ("latin-ext", "*")):
        lighter = work / f"{part}.ttf"
        fonttools(
            "fontTools.varLib.instancer", "--no-recalc-timestamp",
            source / "files" / f"inter-{part}-wght-normal.woff2", WEIGHTS, "-o", lighter,
        )
        if part == "latin":
            figures_only(lighter)
        fonttools(
            "fontTools.subset", lighter, f"--unicodes={unicodes}", f"--layout-features={FEATURES}",
            "--flavor=woff2", f"--output-file={target / f'inter-{part}.woff2'}",
        )
    shutil.copy(source / "LICENSE", target / "LICENSE.txt")


def make_icons(work):
    source = unpacked(LUCIDE, work)
    target = VENDOR / "lucide"
    target.mkdir(parents=True)
    names = [line.strip() for line in (HERE / "icons.txt").read_text().splitlines() if line and line[0] != "#"]
    if names != sorted(set(names)):
        sys.exit("icons.txt: one name per line, each once, in the order of the alphabet")
    symbols = []
    for name in names:
        drawing = (source / "icons" / f"{name}.svg").read_text()
        inner = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.S).group(1)
        inner = re.sub(r"\s*\n\s*", "", inner).replace(" />", "/>")
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{inner}</symbol>')
    sprite = '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"
    (target / "icons.svg").write_text(sprite)
    shutil.copy(source / "LICENSE", target / "LICENSE.txt")


def bundled(work, package, entry, global_name, outfile):
    """One script that leaves a global: these packages are published for bundlers only. Answers the unpacked package."""
    name, version, *_ = package
    (work / "package.json").write_text(json.dumps({
        "private": True, "dependencies": {name: version}, "devDependencies": {"esbuild": ESBUILD},
    }))
    run("npm", "install", "--silent", "--no-audit", "--no-fund", cwd=work)
    (work / "entry.js").write_text(entry)
    outfile.parent.mkdir(parents=True)
    run(
        work / "node_modules" / ".bin" / "esbuild", "entry.js", "--bundle", "--minify", "--format=iife",
        f"--global-name={global_name}", f"--footer:js=globalThis.{global_name}={global_name};", "--legal-comments=none",
        "--log-level=error", "--metafile=meta.json", f"--outfile={outfile}", cwd=work,
    )
    source = work / "node_modules" / name
    (outfile.parent / "LICENSE.txt").write_text(licences(work, name))
    return source


def minified(work, sheet, outfile):
    run(work / "node_modules" / ".bin" / "esbuild", sheet, "--minify", "--log-level=error", f"--outfile={outfile}", cwd=work)


def make_form_viewer(work):
    target = VENDOR.resolve() / "form-js"
    entry = f'export {{ Form }} from "{FORM_JS[0]}";\n'
    source = bundled(work, FORM_JS, entry, "FormViewer", target / "form-viewer.js")
    minified(work, source / "dist/assets/form-js.css", target / "form-viewer.css")


def make_process_viewer(work):
    """Without its style sheet, which is for editing, nor its ways to move about: the page scrolls the drawing itself."""
    target = VENDOR.resolve() / "bpmn-js"
    entry = 'export { default as Viewer } from "bpmn-js/lib/Viewer";\n'
    bundled(work, BPMN_JS, entry, "ProcessViewer", target / "process-viewer.js")


def licences(work, name):
    """The package's own licence, then that of everything bundled with it."""
    inputs = json.loads((work / "meta.json").read_text())["inputs"]
    packages = {match[1] for path in inputs if (match := re.match(r".*node_modules/((?:@[^/]+/)?[^/]+)/", path))}
    parts = [(work / "node_modules" / name / "LICENSE").read_text().strip(), "", "Bundled with it:"]
    for package in sorted(packages - {name}):
        folder = work / "node_modules" / package
        about = json.loads((folder / "package.json").read_text())
        texts = sorted(file for file in folder.iterdir() if re.match(r"licen[cs]e", file.name, re.I))
        said = about.get("license") or ", ".join(one["type"] for one in about.get("licenses", []))
        parts += ["", f"== {package} {about['version']}: {said} ==", *(file.read_text().strip() for file in texts[:1])]
    return "\n".join(parts) + "\n"


PARTS = {
    "bpmn-js": (make_process_viewer, BPMN_JS),
    "form-js": (make_form_viewer, FORM_JS),
    "inter": (make_typeface, INTER),
    "lucide": (make_icons, LUCIDE),
}


def manifest():
    files = []
    for folder, (_, (name, version, licence, title)) in sorted(PARTS.items()):
        for file in sorted((VENDOR / folder).iterdir()):
            files.append({
                "file": f"{folder}/{file.name}",
                "title": title,
                "package": name,
                "version": version,
                "licence": licence,
                "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            })
    return {"made by": "tools/vendor/make.py", "files": files}


def main():
    for part in sys.argv[1:] or PARTS:
        shutil.rmtree(VENDOR / part, ignore_errors=True)
        with tempfile.TemporaryDirectory() as work:
            PARTS[part][0](pathlib.Path(work))
    (VENDOR / "manifest.json").write_text(json.dumps(manifest(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
