#!/usr/bin/env python3
"""Writes src-tauri/third-party.txt: every library inside the programs and the window, with its version and licence.

Rust from `cargo metadata` (the graph of what is built, without test-only crates), the window's from ui/package-lock.json
(what `vite build` may put into the page). With --check it only says whether the file is current.
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "src-tauri/third-party.txt"
HEAD = """Libraries inside Latchkey, with their licences. Their full texts are in their packages;
on Debian the licences themselves are in /usr/share/common-licenses.
"""


def rust():
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"]
    graph = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    packages = {package["id"]: package for package in graph["packages"]}
    nodes = {node["id"]: node for node in graph["resolve"]["nodes"]}
    ours = set(graph["workspace_members"])
    programs = [i for i in ours if packages[i]["name"] in ("latchkey-desktop", "latchkey-cli", "latchkey-tpm")]
    reached, todo = set(), programs
    while todo:
        node = todo.pop()
        if node in reached:
            continue
        reached.add(node)
        for dependency in nodes[node]["deps"]:
            if any(kind["kind"] != "dev" for kind in dependency["dep_kinds"]):
                todo.append(dependency["pkg"])
    for package in (packages[i] for i in reached - ours):
        yield package["name"], package["version"], package["license"] or "see its package"


def window():
    lock = json.loads((ROOT / "ui/package-lock.json").read_text())
    inside = {"svelte", "esm-env", "clsx", "@sveltejs/vite-plugin-svelte"}
    for path, package in lock["packages"].items():
        name = path.removeprefix("node_modules/")
        if path and (not package.get("dev") or name in inside) and "node_modules/" not in name:
            yield name, package["version"], package.get("license", "see its package")


def text():
    def section(title, rows):
        lines = [f"{name} {version}  {licence}" for name, version, licence in sorted(set(rows))]
        return "\n".join([title, "-" * len(title), *lines, ""])

    return "\n".join([HEAD, section("In the programs", rust()), section("In the window", window())])


def main():
    current = text()
    if "--check" in sys.argv:
        same = OUT.exists() and OUT.read_text() == current
        print("third-party.txt is current" if same else "third-party.txt is old: run src-tauri/linux/third-party.py")
        sys.exit(0 if same else 1)
    OUT.write_text(current)


main()
