"""A display that nobody sees. Its pixels can be read at any time without asking the server."""
import ctypes
import pathlib
import shutil
import struct
import subprocess
import tempfile
import zlib


class Picture:
    """Pixels of a part of the display: rows of four bytes per pixel (blue, green, red, unused)."""

    def __init__(self, width, height, rows):
        self.width, self.height, self.rows = width, height, rows

    def __eq__(self, other):
        return isinstance(other, Picture) and self.rows == other.rows

    def resembles(self, other, by=6):
        """Returns whether no channel of any pixel differs by more than `by`: gradients may round differently."""
        if len(self.rows) != len(other.rows) or self.width != other.width:
            return False
        return all(one == two or max(map(abs, map(int.__sub__, one, two))) <= by for one, two in zip(self.rows, other.rows))

    def pixel(self, x, y):
        blue, green, red, _ = self.rows[y][4 * x:4 * x + 4]
        return red, green, blue

    def save(self, path):
        """Writes a PNG file."""
        raw = bytearray()
        for row in self.rows:
            line = bytearray(3 * self.width)
            line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
            raw += b"\0" + line

        def chunk(kind, body):
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        pathlib.Path(path).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(raw), 3)) +
                                       chunk(b"IEND", b""))

    def runs(self, wanted, least):
        """Returns each stretch of at least `least` pixels of wanted colours (red, green, blue) as (y, x, length)."""
        judged = {}

        def hit(row, x):
            pixel = row[4 * x:4 * x + 3]
            if pixel not in judged:
                judged[pixel] = wanted((pixel[2], pixel[1], pixel[0]))
            return judged[pixel]

        found, stride = [], max(1, least // 2)
        for y, row in enumerate(self.rows):
            if not any(hit(row, x) for x in range(0, self.width, stride)):
                continue
            begin = None
            for x in range(self.width + 1):
                if x < self.width and hit(row, x):
                    begin = x if begin is None else begin
                elif begin is not None:
                    if x - begin >= least:
                        found.append((y, begin, x - begin))
                    begin = None
        return found


class Display:
    """Xvfb with a framebuffer in a file. There is no window manager, so a window stays where it places itself."""

    def __init__(self, width=1920, height=1080, *arguments):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-display-"))
        # Without -noreset the server restarts whenever its last window closes, and refuses clients that connect
        # meanwhile.
        self.server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset",
                                        "-fbdir", str(self.folder), *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        number = self.server.stdout.readline().decode().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"

    def close(self):
        self.server.terminate()
        self.server.wait(timeout=20)
        self.server.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def picture(self, x=0, y=0, width=None, height=None):
        """Returns what is on the screen now. The file is an XWD dump that the server keeps up to date."""
        with open(self.folder / "Xvfb_screen0", "rb") as file:
            head = struct.unpack(">25I", file.read(100))
            start, full_width, full_height, line = head[0] + 12 * head[19], head[4], head[5], head[12]
            assert head[11] == 32, "an XWD of 32 bits a pixel"
            width, height = width or full_width, height or full_height
            file.seek(start + y * line)
            data = file.read(min(height, full_height - y) * line)
        rows = [data[r + 4 * x:r + 4 * (x + width)] for r in range(0, len(data), line)]
        return Picture(width, len(rows), rows)


class _ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5)]


class _Event(ctypes.Union):
    _fields_ = [("client", _ClientMessage), ("room", ctypes.c_long * 24)]


def ask_to_close(display_name, window):
    """Sends what a window manager sends when somebody clicks the cross (xdotool can only destroy a window)."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(display_name.encode())
    event = _Event()
    event.client.type, event.client.window, event.client.format = 33, window, 32
    event.client.message_type = x11.XInternAtom(display, b"WM_PROTOCOLS", 0)
    event.client.data[0] = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    x11.XSendEvent(display, window, 0, 0, ctypes.byref(event))
    x11.XCloseDisplay(display)
