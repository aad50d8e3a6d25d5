package io.kaagent.watch.report;

import io.kaagent.config.WritableFile;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Leaves a page in a file: all of it, or nothing. It is written beside it and moved there, so that a reader, or a JVM that ends in the midst of it,
 * sees the old one or the new one.
 */
public final class PageFile {
    private static final int ATTEMPTS = 10;

    private PageFile() {}

    /** @throws IOException whose message says why it can't be, for people */
    public static void write(File file, String page) throws IOException {
        String objection = WritableFile.objection(file.getPath());
        if (objection != null) {
            throw new IOException(objection);
        }
        File target = file.getCanonicalFile(); // where the file is a link, what it points to is replaced
        File part = beside(target);
        boolean done = false;
        try {
            write(page, part);
            done = move(part, target);
        } finally {
            if (!done) {
                part.delete();
            }
        }
        if (!done) {
            throw new IOException("what was written beside it can't be moved there");
        }
    }

    private static File beside(File target) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            File part = new File(
                    target.getParentFile(), target.getName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
            if (part.createNewFile()) {
                return part;
            }
        }
        throw new IOException("no other file can be made beside it");
    }

    private static void write(String page, File part) throws IOException {
        byte[] bytes = page.getBytes("ISO-8859-1"); // it is ASCII
        FileOutputStream out = new FileOutputStream(part);
        try {
            out.write(bytes);
        } finally {
            out.close();
        }
    }

    /** Where a file does not make room for another by itself, as on Windows, it is taken away first. */
    private static boolean move(File part, File target) {
        return part.renameTo(target) || target.delete() && part.renameTo(target);
    }
}
