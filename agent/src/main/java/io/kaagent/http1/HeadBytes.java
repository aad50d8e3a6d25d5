package io.kaagent.http1;

/** A growing byte array, reused: a head, or a request that may have to be sent again. Not thread-safe. */
public final class HeadBytes {
    /** The most bytes that {@link #append} takes together: 64 KiB. */
    public static final int MOST = 65536;

    private static final int FIRST = 256;
    private static final byte[] NONE = {};

    private byte[] array = NONE;
    private int length;

    /** The bytes, from index 0 to {@link #length()}. Another array after each growth. */
    public byte[] array() {
        return array;
    }

    public int length() {
        return length;
    }

    /** Forgets the bytes, keeps the array. */
    public void clear() {
        length = 0;
    }

    /** Forgets all bytes from index {@code length} on; 0 to {@link #length()}. */
    public void cut(int length) {
        if (length < 0 || length > this.length) {
            throw new IndexOutOfBoundsException("cut to " + length + " of " + this.length + " bytes");
        }
        this.length = length;
    }

    /**
     * Takes bytes at the end.
     *
     * @return false, and nothing changed, where there would be more than {@link #MOST}
     */
    public boolean append(byte[] bytes, int from, int to) {
        if (to - from > MOST - length) {
            return false;
        }
        add(bytes, from, to);
        return true;
    }

    /** Without the limit: for a head that was within it and becomes a little longer. */
    void add(byte[] bytes, int from, int to) {
        grow(to - from);
        System.arraycopy(bytes, from, array, length, to - from);
        length += to - from;
    }

    private void grow(int more) {
        if (length + more > array.length) {
            byte[] larger = new byte[Math.max(Math.max(FIRST, 2 * array.length), length + more)];
            System.arraycopy(array, 0, larger, 0, length);
            array = larger;
        }
    }
}
