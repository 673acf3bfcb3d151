"""Writes the strict schemas of kubernetes-validate for one version in the form that kubeconform reads.

The package's files name each other by an address that only its own resolver knows; here they do so by file name.

Usage: kubernetes_schemas.py VERSION FOLDER, for example: kubernetes_schemas.py 1.34.0 schemas
"""

import importlib.resources
import pathlib
import sys

REFERENCE = '"$ref": "/api/_definitions.json'
IDENTITY = '"$id": '


def converted(text):
    lines = [line for line in text.splitlines() if not line.startswith("  " + IDENTITY)]
    # The identity is the last key, so what is now the last one has a comma too many.
    if lines[-2].endswith(","):
        lines[-2] = lines[-2].removesuffix(",")
    return "\n".join(lines).replace(REFERENCE, '"$ref": "_definitions.json') + "\n"


def main(version, folder):
    package = importlib.resources.files("kubernetes_validate")
    source = package / "kubernetes-json-schema" / f"v{version}-local-strict"
    target = pathlib.Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for schema in source.iterdir():
        (target / schema.name).write_text(converted(schema.read_text()))


main(*sys.argv[1:])
