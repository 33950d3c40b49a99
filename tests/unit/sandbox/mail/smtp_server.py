# SPDX-License-Identifier: Apache-2.0
"""A real SMTP server (aiosmtpd) on loopback: prints its port, writes each mail it takes into a folder as N.eml and N.rcpt."""
import asyncio
import pathlib
import sys

from aiosmtpd.smtp import SMTP

folder = pathlib.Path(sys.argv[1])
port = int(sys.argv[2])


class Keep:
    count = 0

    async def handle_DATA(self, server, session, envelope):
        if (folder / "refuse").exists():
            return "451 try again later"
        Keep.count += 1
        (folder / f"{port}-{Keep.count}.rcpt").write_text("\n".join(envelope.rcpt_tos))
        (folder / f"{port}-{Keep.count}.eml").write_bytes(envelope.original_content)
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Keep(), hostname="localhost", loop=loop), "127.0.0.1", port, reuse_address=True)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
