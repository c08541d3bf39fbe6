"""What the benches of several processes share: growing feeds, a PostgreSQL server, a Kafka broker, nodes, and a reader who never forgets."""
import http.client
import json
import os
import pathlib
import signal
import socket
import sqlite3
import subprocess
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent.parent


def java():
    return subprocess.check_output([str(HOME / "headrace"), "--java"], text=True).strip() + "/bin/java"


def libraries():
    """The class path of the tests, which have an embedded PostgreSQL."""
    file = HOME / "target" / "bench-classpath"
    if not file.exists():
        subprocess.check_call(["mvn", "-q", "-B", "dependency:build-classpath", f"-Dmdep.outputFile={file}"], cwd=HOME, stdout=subprocess.DEVNULL)
    return file.read_text().strip()


def kafka_libraries():
    """The class path of a broker, which is no part of the program."""
    file = HOME / "target" / "bench-kafka-classpath"
    if not file.exists():
        subprocess.check_call(["mvn", "-q", "-B", "-f", str(HERE / "kafka"), "dependency:build-classpath", f"-Dmdep.outputFile={file}"],
                              cwd=HOME, stdout=subprocess.DEVNULL)
    return file.read_text().strip()


def warm():
    """Makes the file for a quick start, as the packages do when they are installed."""
    lib = HOME / "target" / "app" / "lib"
    jar, cache = lib / "headrace.jar", lib / "headrace.aot"
    if not cache.exists() or jar.exists() and jar.stat().st_mtime > cache.stat().st_mtime:
        subprocess.call([str(HOME / "headrace"), "--warm"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Feeds:
    """GrowingFeeds.java in a process of its own."""

    def __init__(self, hosts, entries, least, most, every):
        self.hosts, self.lock = hosts, threading.Lock()
        self.process = subprocess.Popen(
            [java(), "-Xmx512m", str(HERE / "GrowingFeeds.java"), *(str(n) for n in (hosts, entries, least, most, every))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def ask(self, order):
        with self.lock:
            self.process.stdin.write(order + "\n")
            self.process.stdin.flush()
            return self.process.stdout.readline().strip()

    def counts(self):
        asked, unchanged, double, by_two, nodes = self.ask("count").split()
        return int(asked), int(unchanged), int(double), int(by_two), nodes

    def cpu(self):
        return cpu(self.process.pid)

    def sources(self, every):
        return "\n".join(
            f"- {{url: 'http://127.{1 + i // 62500}.{i // 250 % 250}.{1 + i % 250}:{self.port}/feed', every: {every}s, private-network: allow, fulltext: never}}"
            for i in range(self.hosts)) + "\n"

    def close(self):
        self.process.kill()


class Postgres:
    """PostgresServer.java in a process of its own."""

    def __init__(self):
        self.lock = threading.Lock()
        self.process = subprocess.Popen([java(), "-Xmx128m", "-cp", libraries(), str(HERE / "PostgresServer.java")],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = self.process.stdout.readline().strip()
        if not self.url.startswith("jdbc:"):
            raise SystemExit("no PostgreSQL could be started")

    def rows(self, statement):
        """Rows as lists of texts; None while the server cannot be reached."""
        with self.lock:
            self.process.stdin.write(statement.replace("\n", " ") + "\n")
            self.process.stdin.flush()
            rows, failed = [], False
            for line in iter(self.process.stdout.readline, ""):
                line = line.rstrip("\n")
                if line == ".":
                    break
                failed = failed or line.startswith("! ")
                rows.append(line.split("\t"))
            return None if failed else rows

    def crash(self):
        """kill -9 of one backend: the server gives up all others and recovers from its log."""
        found = self.rows("select pid from pg_stat_activity where application_name = 'headrace' order by random() limit 1")
        if found:
            os.kill(int(found[0][0]), signal.SIGKILL)

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Kafka:
    """A broker of one node (KRaft) in a process of its own; keeps what it has over a kill."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None
        self.folder.mkdir()
        (self.folder / "server.properties").write_text(
            "process.roles=broker,controller\nnode.id=1\n"
            f"controller.quorum.voters=1@127.0.0.1:{(control := free_port())}\ncontroller.listener.names=CONTROL\n"
            f"listeners=PLAINTEXT://127.0.0.1:{self.port},CONTROL://127.0.0.1:{control}\n"
            f"advertised.listeners=PLAINTEXT://127.0.0.1:{self.port}\n"
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROL:PLAINTEXT\n"
            f"log.dirs={self.folder / 'log'}\noffsets.topic.replication.factor=1\noffsets.topic.num.partitions=8\n"
            "transaction.state.log.replication.factor=1\ntransaction.state.log.min.isr=1\n"
            "share.coordinator.state.topic.replication.factor=1\nshare.coordinator.state.topic.min.isr=1\n"
            "group.initial.rebalance.delay.ms=0\nauto.create.topics.enable=false\n")
        (self.folder / "log4j2.xml").write_text(
            '<Configuration><Appenders><Console name="out" target="SYSTEM_OUT"><PatternLayout pattern="%d %p %c{1} %m%n"/></Console></Appenders>'
            '<Loggers><Root level="warn"><AppenderRef ref="out"/></Root></Loggers></Configuration>')
        self.log = open(self.folder / "output", "a")
        made = self.run("kafka.tools.StorageTool", "format", "-t", "aGVhZHJhY2UtYmVuY2gtMQ", "-c", self.folder / "server.properties")
        if made.wait(180) != 0:
            raise SystemExit("no Kafka could be prepared: " + str(self.folder / "output"))
        self.start()

    @property
    def brokers(self):
        return f"127.0.0.1:{self.port}"

    def run(self, program, *arguments):
        return subprocess.Popen(
            [java(), "-Xmx384m", "-XX:+UseSerialGC", f"-Dlog4j2.configurationFile={self.folder / 'log4j2.xml'}", "-cp", kafka_libraries(),
             program, *(str(one) for one in arguments)], stdout=self.log, stderr=self.log)

    def start(self):
        self.process = self.run("kafka.Kafka", self.folder / "server.properties")

    def wait_until_ready(self, patience=120):
        """True once the broker takes connections."""
        begun = time.time()
        while time.time() - begun < patience and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return True
            except OSError:
                time.sleep(0.2)
        return False

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def records(self, topic):
        """Key and value of all that stands in a topic."""
        lines = subprocess.run([java(), "-Xmx256m", "-cp", kafka_libraries(), str(HERE / "StoryTopic.java"), self.brokers, topic],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=300, check=True).stdout
        return [tuple(line.split("\t", 1)) for line in lines.splitlines()]

    def crash(self, away=0.0):
        self.kill()
        time.sleep(away)
        self.start()

    close = kill


class Sqlite:
    """The same questions to a store in a folder."""

    def __init__(self, folder):
        self.file = folder / "headrace.db"

    def rows(self, statement):
        try:
            connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, timeout=5)
            try:
                return [[str(value) for value in row] for row in connection.execute(statement)]
            finally:
                connection.close()
        except sqlite3.Error:
            return None

    def close(self):
        pass


class Node:
    """The real program, started anew as often as wanted."""

    def __init__(self, folder, number, store, sources, items, more=""):
        self.number, self.port, self.process, self.started = number, free_port(), None, 0.0
        self.folder = folder / f"node{number}"
        self.folder.mkdir()
        (self.folder / "sources.yaml").write_text(sources)
        (self.folder / "headrace.yaml").write_text(
            f"store: '{store}'\ncontact: http://node{number}.example/\nfeed: {{items: {items}}}\n"
            f"web: {{listen: '127.0.0.1:{self.port}', public-address: 'http://127.0.0.1:1/'}}\n{more}")
        self.log = open(self.folder / "log", "a")

    def start(self, *arguments):
        self.started = time.time()
        self.process = subprocess.Popen([str(HOME / "headrace"), "run", "--config", str(self.folder), *arguments],
                                        stdout=self.log, stderr=self.log)

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        if self.alive():
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def stop(self):
        if self.alive():
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()

    def get(self, path, tag="", patience=10.0):
        """Status, ETag and body; None if nobody answers, or breaks off."""
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
            connection.request("GET", path, headers={"If-None-Match": tag} if tag else {})
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
            return answer.status, answer.headers.get("ETag", ""), body
        except (OSError, http.client.HTTPException):
            return None

    def wait_until_ready(self, patience=60.0):
        """Seconds from the start of the process until the feeds are served and all is ready; None if it does not come."""
        while time.time() - self.started < patience and self.alive():
            found = self.get("/health/ready")
            if found and found[0] == 200:
                return time.time() - self.started
            time.sleep(0.05)
        return None

    def memory(self):
        try:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
            return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM:"))
        except (OSError, StopIteration, AttributeError):
            return 0

    def cpu(self):
        return cpu(self.process.pid)

    def compiling(self):
        """Seconds of processor time of the threads that compile, which a program that has run for long needs no more."""
        total = 0.0
        try:
            for thread in pathlib.Path(f"/proc/{self.process.pid}/task").iterdir():
                if "CompilerThre" in (thread / "comm").read_text():
                    total += cpu(f"{self.process.pid}/task/{thread.name}")
        except OSError:
            pass
        return total


def cpu(pid):
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


def cpu_of(name):
    """Seconds of all processes whose command begins so."""
    total = 0.0
    for one in pathlib.Path("/proc").iterdir():
        if one.name.isdigit():
            try:
                if (one / "comm").read_text().startswith(name):
                    total += cpu(int(one.name))
            except OSError:
                pass
    return total


class Reader(threading.Thread):
    """Reads every node's feed again and again and keeps what was ever published: ids by link."""

    def __init__(self, nodes, pause=1.0):
        super().__init__(daemon=True)
        self.nodes, self.pause, self.ids, self.torn, self.reads = nodes, pause, {}, [], 0
        self.ended = threading.Event()

    def run(self):
        tags = {}
        while not self.ended.wait(self.pause):
            for node in self.nodes:
                if node.alive():
                    tags[node.number] = self.read(node, tags.get(node.number, ""))

    def read(self, node, tag=""):
        found = node.get("/feed.json", tag)
        if found is None or found[0] == 304:
            return tag
        self.reads += 1
        try:
            for item in json.loads(found[2])["items"]:
                self.ids.setdefault(item["url"], set()).add(item["id"])
        except (ValueError, KeyError) as fault:
            self.torn.append(f"node {node.number}, status {found[0]}: {fault}")
        return found[1]

    def close(self):
        self.ended.set()
        self.join(30)


def settle(feeds, store, patience, nodes):
    """Waits until all that the feeds hold is kept, no entry waits, and all nodes serve the same; seconds, or None."""
    begun, told = time.time(), 60
    while time.time() - begun < patience:
        unknown, wait = feeds.ask("unknown"), waiting(store)
        if unknown == "0" and not wait and alike(nodes):
            return time.time() - begun
        if time.time() - begun > told:
            print(f"               after {told} s: newest form of {unknown} feeds unknown, entries {'wait' if wait else 'done'}", flush=True)
            told *= 2
        time.sleep(1)
    return None


def waiting(store):
    rows = store.rows("select count(*) from article where state in ('new', 'read')")
    return not rows or rows[0][0] != "0"


def alike(nodes):
    """True if all nodes serve the same bytes with the same ETag, and go on to."""
    answers = {answer[1:] if answer else None for _ in range(2) for answer in looks(nodes)}
    return len(answers) == 1 and None not in answers


def looks(nodes):
    time.sleep(6)  # longer than the feeds are gathered, and than a look for what others have changed
    return [node.get("/feed.json", patience=30) for node in nodes if node.alive()]


def compare_log(broker, store):
    """What stands in the log of stories against what is kept: a record is the same if story and number are."""
    kept = {row[0] for row in store.rows("select story.tag from story join article on article.story = story.id "
                                         "where article.decided <= (select written from story_log)") or []}
    records = [json.loads(value) | {"key": key} for key, value in broker.records("headrace.stories")]
    logged = {record["story"]["id"] for record in records}
    numbers = [(record["key"], record["change"]) for record in records]
    wrong = sum(1 for record in records if record["key"] != record["story"]["id"] or record["format"] != "headrace-story")
    return {"records": len(records), "stories": len(logged), "lost": len(kept - logged),
            "written again": len(numbers) - len(set(numbers)), "torn": wrong}


def compare(feeds, store, reader):
    """What was handed out against what is kept and what a reader ever saw: lines of faults, and the figures."""
    born = {f"http://news.example/item/{i}" for i in range(1, int(feeds.ask("entries")) + 1)}
    rows = store.rows("select article.link, story.tag from article join story on story.id = article.story") or []
    kept = {}
    for link, tag in rows:
        kept.setdefault(link, set()).add(tag)
    twice = {link for link, tags in kept.items() if len(tags) > 1} | {link for link, ids in reader.ids.items() if len(ids) > 1}
    lost = born - set(kept)
    changed = {link for link, ids in reader.ids.items() if link in kept and not ids <= kept[link]}
    return {"handed out": len(born), "published": len(kept), "seen by the reader": len(reader.ids), "lost": len(lost),
            "twice": len(twice), "under another id": len(changed), "unknown": len(set(kept) - born), "torn": len(reader.torn)}
