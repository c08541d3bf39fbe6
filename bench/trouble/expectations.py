"""What the benches of trouble expect: each is told as it is met or not, and counts at the end."""
import time

faults = []


def expect(holds, words):
    print("  ok  " if holds else "  BAD ", words, flush=True)
    if not holds:
        faults.append(words)


def until(holds, patience):
    """True as soon as that holds; False if it does not within so many seconds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.5)
    return False


def told():
    """Tells how many were not met; the exit code."""
    print(f"{len(faults)} faults")
    return 1 if faults else 0
