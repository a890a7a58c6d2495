#!/usr/bin/python3
"""libvirtaio: an asyncio event loop delivers the library's events."""

import asyncio
import unittest

import libvirt
import libvirtaio


class Asyncio(unittest.TestCase):
    def test_events_arrive_in_an_asyncio_loop(self):
        async def main():
            impl = libvirtaio.virEventRegisterAsyncIOImpl()
            conn = libvirt.open("test:///default")
            seen, done = [], asyncio.Event()

            def called(_conn, dom, event, detail, opaque):
                seen.append((dom.name(), event, detail, opaque))
                if len(seen) == 4:
                    done.set()

            number = conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, called, "opaque")
            dom = conn.lookupByName("test")
            for step in (dom.suspend, dom.resume, dom.destroy, dom.create):
                # As an application does: off the loop's thread.
                await asyncio.get_running_loop().run_in_executor(None, step)
            await asyncio.wait_for(done.wait(), 5)
            conn.domainEventDeregisterAny(number)
            conn.close()
            await impl.drain()
            return seen

        seen = asyncio.run(main())
        self.assertEqual(seen, [("test", event, detail, "opaque") for event, detail in ((3, 0), (4, 0), (5, 1), (2, 0))])


if __name__ == "__main__":
    libvirt.registerErrorHandler(lambda *_: None, None)
    unittest.main()
