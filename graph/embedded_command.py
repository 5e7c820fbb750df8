"""The command line and files with which the embedded engine runs; each flag was measured (graph/decisions/0001)."""

import base64
import json
import os
from importlib.util import find_spec
from pathlib import Path
from urllib.request import Request, urlopen

DATABASE = "tsunagu"
COMMAND_TIMEOUT_MILLISECONDS = 120_000
"""The engine ignores timeouts set in the driver."""


def package_folder() -> Path:
    """Where the engine's jars and its own Java runtime lie."""
    spec = find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("arcadedb_embedded")
    return Path(spec.origin).parent


def java_command(folder: Path, *, bolt_port: int, http_port: int) -> list[str]:
    """The engine's command line: loopback only, data under `folder`."""
    package = package_folder()
    java = package / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")
    options = {
        "arcadedb.server.rootPath": folder,
        "arcadedb.server.rootPasswordPath": folder / "password",
        "arcadedb.server.defaultDatabases": f"{DATABASE}[]",
        "arcadedb.server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "arcadedb.bolt.host": "127.0.0.1",
        "arcadedb.bolt.port": bolt_port,
        "arcadedb.server.httpIncomingHost": "127.0.0.1",
        "arcadedb.server.httpIncomingPort": http_port,
        "arcadedb.txWalFlush": 1,
        "arcadedb.bolt.maxMessageSize": 268_435_456,
        "arcadedb.command.timeout": COMMAND_TIMEOUT_MILLISECONDS,
        "java.util.logging.config.file": folder / "logging.properties",
        "java.awt.headless": "true",
        "file.encoding": "UTF8",
        "polyglot.engine.WarnInterpreterOnly": "false",
    }
    return [
        str(java),
        "-Xmx1g",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseCompactObjectHeaders",
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
        "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        *(f"-D{name}={value}" for name, value in options.items()),
        "-cp",
        str(package / "jars" / "*"),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def java_environment() -> dict[str, str]:
    """The engine's environment: without a locale that knows them, Java cannot open paths in Japanese characters."""
    return dict(os.environ) if os.name == "nt" else {**os.environ, "LC_ALL": "C.UTF-8"}


def logging_configuration(folder: Path) -> str:
    """Java's logging: warnings, to one small file beside the data; such a file is Latin-1 with escapes, and % has a meaning."""
    log = _escaped((folder / "engine.log").as_posix().replace("%", "%%"))
    return "\n".join(
        [
            "handlers=java.util.logging.FileHandler",
            ".level=WARNING",
            f"java.util.logging.FileHandler.pattern={log}",
            "java.util.logging.FileHandler.limit=5000000",
            "java.util.logging.FileHandler.count=1",
            "java.util.logging.FileHandler.append=true",
            "java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter",
            "",
        ]
    )


def _escaped(text: str) -> str:
    units = text.encode("utf-16-be").hex(" ", 2).split()
    return "".join(chr(int(unit, 16)) if unit < "0080" and unit != "005c" else f"\\u{unit}" for unit in units)


def shut_down_over_http(port: int, password: str) -> None:
    """Ask the engine to stop by itself, where the platform has no signal for it."""
    over_http(port, password, "server", {"command": "shutdown"}, seconds=10)


def over_http(port: int, password: str, path: str, content: dict[str, str], *, seconds: float) -> bytes:
    """Ask for what the engine does over its HTTP port only, and give its answer."""
    token = base64.b64encode(f"root:{password}".encode()).decode()
    request = Request(
        f"http://127.0.0.1:{port}/api/v1/{path}",
        data=json.dumps(content).encode(),
        headers={"Authorization": f"Basic {token}", "Content-Type": "application/json"},
    )
    with urlopen(request, timeout=seconds) as answer:  # noqa: S310 - our own child process, on the loopback
        found: bytes = answer.read()
    return found


def restore_command(archive: Path, folder: Path) -> list[str]:
    """The engine's own restore: a copy made by its BACKUP DATABASE → a database folder."""
    package = package_folder()
    java = package / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")
    classes = str(package / "jars" / "*")
    modules = "--add-modules=jdk.incubator.vector"
    return [str(java), modules, "-cp", classes, "com.arcadedb.integration.restore.Restore", "-f", archive.as_uri(), "-d", str(folder)]
