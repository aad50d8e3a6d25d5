package io.kaagent.pool;

/** Connections in a row, linked through themselves: nothing is allocated, and any of them is taken out at once. Under the pool's lock. */
final class ConnectionList {
    private Connection first;
    private Connection last;
    private int size;

    Connection first() {
        return first;
    }

    Connection last() {
        return last;
    }

    int size() {
        return size;
    }

    void add(Connection c) {
        c.list = this;
        c.previous = last;
        c.next = null;
        if (last == null) {
            first = c;
        } else {
            last.next = c;
        }
        last = c;
        size++;
    }

    void remove(Connection c) {
        if (c.list != this) {
            throw new IllegalStateException("a connection of " + c.name() + " is not in this list");
        }
        if (c.previous == null) {
            first = c.next;
        } else {
            c.previous.next = c.next;
        }
        if (c.next == null) {
            last = c.previous;
        } else {
            c.next.previous = c.previous;
        }
        c.list = null;
        c.previous = null;
        c.next = null;
        size--;
    }
}
