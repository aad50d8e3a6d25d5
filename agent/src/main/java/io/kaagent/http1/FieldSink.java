package io.kaagent.http1;

/** Is told of the fields that have a {@link FieldName}, in their order. */
interface FieldSink {
    /**
     * The value, without the blanks around it, is {@code bytes[from]} to before {@code bytes[to]}; valid during the call.
     *
     * @return false if with this field nothing is certain any more
     */
    boolean field(FieldName name, byte[] bytes, int from, int to);
}
