package io.kaagent.it.child.attack;

import java.util.Random;

/** One request: what it asks the server to do, faults included, which is all in its target. Immutable. */
final class Order {
    /** {@code LENGTH}: Content-Length. {@code OPEN}: of unknown length. {@code CHUNKED}: in chunks even where close is asked for. */
    enum Shape {
        LENGTH,
        OPEN,
        CHUNKED,
        NONE
    }

    private static final String[] METHODS = {"GET", "GET", "GET", "GET", "GET", "HEAD", "PUT", "POST", "POST", "DELETE"
    };
    private static final int LONGEST = 3000;

    final String id;
    final String method;
    final int minorVersion;
    final boolean close;
    final Shape shape;
    final int length;
    final Fault fault;
    final int degree;

    private Order(
            String id,
            String method,
            int minorVersion,
            boolean close,
            Shape shape,
            int length,
            Fault fault,
            int degree) {
        this.id = id;
        this.method = method;
        this.minorVersion = minorVersion;
        this.close = close;
        this.shape = shape;
        this.length = length;
        this.fault = fault;
        this.degree = degree;
    }

    static Order random(String id, Random random, boolean chunking, Fault fault) {
        String method = METHODS[random.nextInt(METHODS.length)];
        Shape shape = fault.needsLength() ? Shape.LENGTH : shape(random, chunking);
        int minor = shape == Shape.CHUNKED || random.nextInt(4) > 0 ? 1 : 0;
        return new Order(
                id,
                method,
                minor,
                random.nextInt(2) == 0,
                shape,
                1 + random.nextInt(LONGEST),
                fault,
                random.nextInt(1000));
    }

    /** As a client that asks for nothing special. */
    static Order plain(String id, int minorVersion, boolean close, Shape shape) {
        return new Order(id, "GET", minorVersion, close, shape, 100, Fault.NONE, 0);
    }

    /** Another that is answered with as many bytes, some time later. */
    Order again(String otherId) {
        return new Order(otherId, method, minorVersion, close, shape, length, Fault.LATE, 10);
    }

    /** As it is, but for another one after it on the same socket. */
    Order keeping() {
        Shape framed = shape == Shape.OPEN && minorVersion == 0 ? Shape.LENGTH : shape;
        return new Order(
                id, method, minorVersion, false, framed, length, fault.isAnswered() ? fault : Fault.NONE, degree);
    }

    /** Whether the server closes after the answer, and says so. */
    boolean willClose() {
        return close || minorVersion == 0 && shape == Shape.OPEN;
    }

    /** What the server sees of it where close is kept back. */
    Order keptAlive() {
        return new Order(id, method, minorVersion, false, shape, length, fault, degree);
    }

    /** What the server sees of it. */
    static Order parse(String method, String target, int minorVersion, boolean close) {
        String[] parts = target.split("/");
        return new Order(
                parts[1],
                method,
                minorVersion,
                close,
                Shape.valueOf(parts[2]),
                Integer.parseInt(parts[3]),
                Fault.valueOf(parts[4]),
                Integer.parseInt(parts[5]));
    }

    boolean isIdempotent() {
        return !method.equals("POST");
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean hasBody() {
        return method.startsWith("P");
    }

    /** As a client writes it. */
    String request() {
        String body = hasBody() ? "body-of-" + id : "";
        return method + " /" + id + "/" + shape + "/" + length + "/" + fault + "/" + degree + " HTTP/1." + minorVersion
                + "\r\nHost: attacked\r\n"
                + connection()
                + (hasBody() ? "Content-Length: " + body.length() + "\r\n" : "")
                + "\r\n"
                + body;
    }

    private String connection() {
        if (minorVersion == 0) {
            return close ? "" : "Connection: keep-alive\r\n";
        }
        return close ? "Connection: close\r\n" : "";
    }

    private static Shape shape(Random random, boolean chunking) {
        int kind = random.nextInt(10);
        return kind == 0 ? Shape.NONE : kind < 6 ? Shape.LENGTH : chunking ? Shape.CHUNKED : Shape.OPEN;
    }

    @Override
    public String toString() {
        return method + " " + id + " 1." + minorVersion + (close ? " close " : " keep ") + shape + " " + length + " "
                + fault + " " + degree;
    }
}
