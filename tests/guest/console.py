"""What one sees of a guest and types into it: consoles and channels as streams, keys, pictures of its screen."""

import struct
import zlib

import libvirt

from support import Console, Guest, Root, main, refuses, until

VGA = "<video><model type='vga'/></video>"


def picture(domain):
    """The size of the screen and the colours on it."""
    stream = domain.connect().newStream()
    kind = domain.screenshot(stream, 0)
    data = bytearray()
    stream.recvAll(lambda _, part, into: into.extend(part), data)
    stream.finish()
    if kind == "image/x-portable-pixmap":
        magic, size, depth, points = bytes(data).split(b"\n", 3)
        width, height = map(int, size.split())
        assert (magic, depth, len(points)) == (b"P6", b"255", width * height * 3)
        return width, height, {points[place : place + 3] for place in range(0, len(points), 3)}
    assert kind == "image/png" and data.startswith(b"\x89PNG\r\n\x1a\n"), kind
    width, height, depth, colour = struct.unpack_from(">IIBB", data, 16)
    assert (depth, colour) == (8, 2), "not three bytes a point"
    packed, place = b"", 8
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        if data[place + 4 : place + 8] == b"IDAT":
            packed += data[place + 8 : place + 8 + length]
        place += length + 12
    lines = zlib.decompress(packed)
    assert len(lines) == height * (width * 3 + 1)
    # The first line is filtered by nothing or by the point to its left alone, as nothing is above it.
    line, points = bytearray(lines[1 : width * 3 + 1]), set()
    if lines[0] in (1, 4):
        for at in range(3, len(line)):
            line[at] = (line[at] + line[at - 3]) & 255
    elif lines[0] == 3:
        for at in range(3, len(line)):
            line[at] = (line[at] + line[at - 3] // 2) & 255
    for at in range(0, len(line), 3):
        points.add(bytes(line[at : at + 3]))
    return width, height, points


def test_the_console_echoes():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        console = Console(domain)
        for length in (1, 100, 3000):
            words = bytes(97 + number % 26 for number in range(length))
            for start in range(0, length, 500):
                console.send(words[start : start + 500])
                console.expect(words[start : start + 500])
        # Another takes it over only when it says so.
        stream = root.connection.newStream(libvirt.VIR_STREAM_NONBLOCK)
        refuses(libvirt.VIR_ERR_OPERATION_FAILED, domain.openConsole, None, stream, libvirt.VIR_DOMAIN_CONSOLE_SAFE)
        second = Console(domain)
        second.send(b"mine")
        second.expect(b"mine")
        second.close()
        console.close()
        stream = root.connection.newStream(libvirt.VIR_STREAM_NONBLOCK)
        refuses(libvirt.VIR_ERR_INTERNAL_ERROR, domain.openConsole, "nothing-of-ours", stream, 0)


def test_the_console_ends_with_the_guest():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        console = Console(domain)
        domain.destroy()

        def ended():
            try:
                return console.stream.recv(100) == b""
            except libvirt.libvirtError:
                return True

        until("the end of the console", ended)


def test_keys():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        # KEY_A, KEY_B together; the codes of a PC's keyboard are the same for these.
        domain.sendKey(libvirt.VIR_KEYCODE_SET_LINUX, 50, [30, 48], 2, 0)
        for key in ("1e", "30", "9e", "b0"):
            guest.says(f"key {key}")
        domain.sendKey(libvirt.VIR_KEYCODE_SET_USB, 0, [6], 1, 0)
        guest.says("key 2e")
        domain.sendKey(libvirt.VIR_KEYCODE_SET_WIN32, 0, [0x44], 1, 0)
        guest.says("key 20")
        refuses(libvirt.VIR_ERR_INTERNAL_ERROR, domain.sendKey, libvirt.VIR_KEYCODE_SET_WIN32, 0, [0xEFFF], 1, 0)


def test_screenshot():
    with Root() as root:
        guest = Guest(root, devices=VGA)
        domain = guest.start()
        guest.says("board up")
        width, height, colours = picture(domain)
        assert (width, height) == (320, 200), (width, height)
        # The eight bars of the board's picture.
        assert len(colours) == 8, colours
        stream = root.connection.newStream()
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.screenshot, stream, 3)


def test_no_screen_no_picture():
    with Root() as root:
        guest = Guest(root, devices="<video><model type='none'/></video>")
        domain = guest.start()
        refuses(libvirt.VIR_ERR_INTERNAL_ERROR, domain.screenshot, root.connection.newStream(), 0)


def test_channel():
    with Root() as root:
        channel = "<channel type='pty'><target type='virtio' name='org.example.port'/></channel>"
        channel += "<channel type='unix'><target type='virtio' name='org.example.socket'/></channel>"
        guest = Guest(root, kind="linux", devices=channel)
        domain = guest.start()
        guest.says("linux up")
        console = Console(domain)
        stream = root.connection.newStream(libvirt.VIR_STREAM_NONBLOCK)
        refuses(libvirt.VIR_ERR_INTERNAL_ERROR, domain.openChannel, "org.example.port", stream, 0)
        stream = Console(domain, "org.example.socket", 0, channel=True)
        find = 'for p in /sys/class/virtio-ports/*; do [ "$(cat $p/name)" = org.example.socket ] && f=/dev/${p##*/}; done'
        console.send(f"{find}; read l <$f; echo heard $l >$f\n".encode())
        stream.send(b"hello\n")
        stream.expect(b"heard hello")
        stream.close()
        console.close()


if __name__ == "__main__":
    main(linux=True)
