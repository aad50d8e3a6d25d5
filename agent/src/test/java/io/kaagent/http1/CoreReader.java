package io.kaagent.http1;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;

/** Apache HttpCore's parsers, put together as its {@code DefaultBHttpServerConnection} and {@code DefaultBHttpClientConnection} do. */
final class CoreReader implements StreamReader {
    @Override
    public Reading requests(byte[] stream, int length) {
        Session session = new Session(stream, length);
        DefaultHttpRequestParser parser = new DefaultHttpRequestParser();
        return session.readAll(() -> {
            ClassicHttpRequest request = parser.parse(session.buffer, session.in);
            refuseHttp2(request);
            session.body(request, DefaultContentLengthStrategy.INSTANCE.determineLength(request), false);
            return wantsMore(request);
        });
    }

    @Override
    public Reading responses(byte[] stream, int length, boolean[] toHead) {
        Session session = new Session(stream, length);
        DefaultHttpResponseParser parser = new DefaultHttpResponseParser();
        return session.readAll(() -> {
            boolean head = OurReader.isToHead(toHead, session.reading.complete());
            ClassicHttpResponse response = parser.parse(session.buffer, session.in);
            while (response.getCode() >= 100 && response.getCode() < 200) {
                refuseHttp2(response);
                response = parser.parse(session.buffer, session.in);
            }
            refuseHttp2(response);
            if (response.getCode() < 100) {
                throw new ProtocolException("status");
            }
            String method = head ? "HEAD" : "GET";
            if (MessageSupport.canResponseHaveBody(method, response)) {
                session.body(response, DefaultContentLengthStrategy.INSTANCE.determineLength(response), true);
            }
            return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
                    new BasicClassicHttpRequest(method, "/"), response, null);
        });
    }

    private static void refuseHttp2(HttpMessage message) throws HttpException {
        if (message.getVersion() != null && message.getVersion().greaterEquals(HttpVersion.HTTP_2)) {
            throw new UnsupportedHttpVersionException(message.getVersion());
        }
    }

    /** What its reuse strategy asks of a request, and the default of the version. */
    private static boolean wantsMore(ClassicHttpRequest request) {
        Set<String> options = new HashSet<>();
        MessageSupport.parseTokens(request, "Connection", option -> options.add(option.toLowerCase(Locale.ROOT)));
        return !options.contains("close")
                && (options.contains("keep-alive") || request.getVersion().greaterEquals(HttpVersion.HTTP_1_1));
    }

    private interface Exchange {
        boolean read() throws IOException, HttpException;
    }

    /** The stream is all there is, but it has not ended. */
    private static final class NothingMore extends IOException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final class UntilClose extends IOException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final class Session {
        final SessionInputBufferImpl buffer = new SessionInputBufferImpl(4096);
        final Reading reading = new Reading();
        final Stream in;

        Session(byte[] stream, int length) {
            in = new Stream(stream, length);
        }

        Reading readAll(Exchange exchange) {
            int start = position();
            try {
                while (true) {
                    boolean kept = exchange.read();
                    start = position();
                    reading.endMessage(kept, start);
                }
            } catch (NothingMore e) {
                reading.end = start == position() ? Reading.BETWEEN : Reading.WITHIN;
            } catch (UntilClose e) {
                reading.end = Reading.UNTIL_CLOSE;
            } catch (IOException | HttpException | IllegalArgumentException e) {
                reading.end = Reading.REFUSED;
            }
            return reading;
        }

        void body(HttpMessage message, long length, boolean mayEndWithClose) throws IOException {
            if (length == ContentLengthStrategy.CHUNKED) {
                read(new ChunkedInputStream(buffer, in));
            } else if (length >= 0) {
                read(new ContentLengthInputStream(buffer, in, length));
            } else if (mayEndWithClose) {
                throw new UntilClose();
            }
        }

        private void read(InputStream body) throws IOException {
            byte[] bytes = new byte[256];
            for (int count = body.read(bytes); count >= 0; count = body.read(bytes)) {
                reading.payload(bytes, 0, count);
            }
        }

        private int position() {
            return in.position() - buffer.length();
        }
    }

    private static final class Stream extends InputStream {
        private final byte[] stream;
        private final int length;
        private int position;

        Stream(byte[] stream, int length) {
            this.stream = stream;
            this.length = length;
        }

        int position() {
            return position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            read(one, 0, 1);
            return one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (position == length) {
                throw new NothingMore();
            }
            int count = Math.min(most, length - position);
            System.arraycopy(stream, position, bytes, from, count);
            position += count;
            return count;
        }
    }
}
