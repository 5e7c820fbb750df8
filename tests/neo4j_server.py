"""A Neo4j of the tests' own that they may stop, kill and start again, with and without a password."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from graph.driver import answers
from graph.ports import free_ports
from graph.settings import Settings

START_SECONDS = 120
JAVA = [
    "java",
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    *(f"--add-opens=java.base/java.{name}=ALL-UNNAMED" for name in ("nio", "io", "util.concurrent")),
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
]


@dataclass
class Neo4jServer:
    """One server; its data stay under `home` while it is down.

    Args:
        lib: the folder of Neo4j's jars.
        home: where its configuration and data lie.
        password: of its user `neo4j`; None: it asks for none.
    """

    lib: Path
    home: Path
    password: str | None = None
    port: int = field(default_factory=lambda: free_ports(1)[0])
    running: "subprocess.Popen[bytes] | None" = None

    @property
    def settings(self) -> Settings:
        """Settings that reach it."""
        return Settings(neo4j_uri=f"neo4j://127.0.0.1:{self.port}", neo4j_password=self.password or "", home=self.home / "tsunagu")

    @property
    def environment(self) -> dict[str, str]:
        """The same for a program of its own."""
        given = {"NEO4J_URI": f"neo4j://127.0.0.1:{self.port}", "NEO4J_PASSWORD": self.password or ""}
        return given | {"TSUNAGU_HOME": str(self.home / "tsunagu")}

    def prepare(self) -> "Neo4jServer":
        """Write its configuration, and its first password."""
        (self.home / "conf").mkdir(parents=True)
        lines = [
            f"server.bolt.listen_address=127.0.0.1:{self.port}",
            "server.http.enabled=false",
            "dbms.usage_report.enabled=false",
            "server.memory.pagecache.size=64m",
            "dbms.cypher.min_replan_interval=1h",
            *([] if self.password else ["dbms.security.auth_enabled=false"]),
        ]
        (self.home / "conf" / "neo4j.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
        if self.password:
            known = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf"), "HEAP_SIZE": "256m"}
            command = [*JAVA, "-cp", f"{self.lib}/*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", self.password]
            subprocess.run(command, check=True, capture_output=True, env={**os.environ, **known})
        return self

    def launch(self) -> None:
        """Start the process, and do not wait for it."""
        with (self.home / "out.log").open("ab") as output:
            self.running = subprocess.Popen(
                [
                    *(*JAVA, "-cp", f"{self.lib}/*", "org.neo4j.server.CommunityEntryPoint"),
                    *(f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"),
                ],
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    def start(self) -> None:
        """Start it, where it is down, and wait until it answers."""
        if self.running is None:
            self.launch()
        deadline = time.monotonic() + START_SECONDS
        while not answers(str(self.settings.neo4j_uri), ("neo4j", self.password or ""), "neo4j"):
            if time.monotonic() > deadline or self.running is None or self.running.poll() is not None:
                raise AssertionError((self.home / "out.log").read_text(encoding="utf-8")[-2000:])
            time.sleep(0.2)

    def end(self, by: signal.Signals) -> None:
        """End it by a signal and wait for its end."""
        if self.running is not None:
            self.running.send_signal(by)
            self.running.wait(60)
            self.running = None
