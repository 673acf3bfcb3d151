"""Holds connections open as browsers do: on each, somebody reads a metric now and then. Prints how many are open, once
all are; when it is told to end, how many reads there were, and how many of them were not answered well.

Usage: crowd.py PORT PATH KEY CONNECTIONS SECONDS_BETWEEN_READS
"""

import asyncio
import random
import re
import signal
import sys


class Crowd:
    def __init__(self, port, path, key):
        self.port = port
        self.request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {key}\r\n\r\n".encode()
        self.reads = 0
        self.failures = 0

    async def read(self, reader, writer):
        writer.write(self.request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
        await reader.readexactly(int(length[1]))
        self.reads += 1
        if not head.startswith(b"HTTP/1.1 200"):
            self.failures += 1

    async def stay(self, reader, writer, pause):
        await asyncio.sleep(random.uniform(0, pause))
        while True:
            try:
                await self.read(reader, writer)
            except (OSError, EOFError):
                self.failures += 1
                return
            await asyncio.sleep(pause)


async def main(port, path, key, count, pause):
    crowd = Crowd(int(port), path, key)
    opened = [await asyncio.open_connection("127.0.0.1", crowd.port) for _ in range(int(count))]
    staying = [asyncio.create_task(crowd.stay(*streams, float(pause))) for streams in opened]
    print(len(opened), flush=True)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, lambda: [task.cancel() for task in staying])
    await asyncio.gather(*staying, return_exceptions=True)
    print(f"{crowd.reads} {crowd.failures}")


asyncio.run(main(*sys.argv[1:]))
