"""The least that pip accepts as a build system, so that a set-up can be tested without a network."""

import zipfile
from pathlib import Path


def build_editable(wheel_directory: str, config_settings: object = None, metadata_directory: object = None) -> str:
    """A wheel that points to src/."""
    return build_wheel(Path(wheel_directory), "tremplin", "0.0", {"tremplin.pth": str(Path.cwd() / "src")})


def build_wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> str:
    """The file name of a wheel made of `files`, given as text by path."""
    facts = f"{name}-{version}.dist-info"
    metadata = {
        f"{facts}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{facts}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    contents = {**files, **metadata}
    contents[f"{facts}/RECORD"] = "".join(f"{path},,\n" for path in [*contents, f"{facts}/RECORD"])
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in contents.items():
            archive.writestr(path, text)
    return wheel.name
