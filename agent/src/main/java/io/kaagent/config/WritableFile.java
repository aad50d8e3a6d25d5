package io.kaagent.config;

import java.io.File;

/** A file that is to be written some day: what is against it, as far as that can be seen without trying. */
public final class WritableFile {
    /** For warnings and documentation: what may be given. */
    public static final String ALLOWED = "the path of a file that can be written; %p in it stands for the PID";

    /** Stands for the PID, so that JVMs with the same options write a file each. */
    private static final String PID = "%p";

    private WritableFile() {}

    /** The file that is meant, in the JVM of that PID. */
    public static File of(String path, String pid) {
        return new File(path.replace(PID, pid)).getAbsoluteFile();
    }

    /** Null if nothing is against it: which is no promise. */
    public static String objection(String path) {
        if (path.isEmpty()) {
            return "no value";
        }
        File file = new File(path).getAbsoluteFile();
        File directory = file.getParentFile();
        if (directory == null || file.isDirectory()) {
            return "that is a directory";
        }
        if (file.exists() && !file.isFile()) {
            return "that is not a regular file";
        }
        if (file.exists() && !file.canWrite()) {
            return "it can't be written";
        }
        if (directory.getPath().contains(PID)) {
            return null;
        }
        if (!directory.isDirectory()) {
            return "there is no directory " + directory;
        }
        return directory.canWrite() ? null : "nothing can be written in " + directory;
    }
}
