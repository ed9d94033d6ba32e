"""How a program is linked with musl, gcc's libstdc++ and nothing shared."""

MUSL_LINKOPTS = [
    "-static",
    # Debian has musl's libc.a here; it is found before glibc's.
    "-L/usr/lib/x86_64-linux-musl",
]
