package io.kaagent.it.child.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What this JVM has open, but for sockets of the file system: it opens one for whoever attaches to it, such as {@code ka-agent list} of a test
 * beside, and keeps another to close sockets with.
 */
public final class Descriptors {
    private static final Path ALL = Paths.get("/proc/self/fd");
    private static final Path LOCAL_SOCKETS = Paths.get("/proc/self/net/unix");
    private static final String SOCKET = "socket:[";
    private static final int INODE = 6;

    private Descriptors() {}

    /** Files and pipes, a line each; empty where the platform does not tell. */
    public static String files() throws IOException {
        if (!Files.exists(ALL)) {
            return "";
        }
        List<String> files = open();
        files.removeIf(each -> each.startsWith(SOCKET));
        Collections.sort(files);
        return String.join("\n", files);
    }

    /** -1 where the platform does not tell. */
    static int sockets() throws IOException {
        if (!Files.exists(ALL)) {
            return -1;
        }
        int sockets = 0;
        for (String each : open()) {
            sockets += each.startsWith(SOCKET) ? 1 : 0;
        }
        return sockets;
    }

    private static List<String> open() throws IOException {
        List<String> open = new ArrayList<>();
        Set<String> local = localSockets();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(ALL)) {
            for (Path descriptor : all) {
                add(descriptor, open);
            }
        }
        local.addAll(localSockets()); // some of those in the list have come since, others have gone
        open.removeAll(local);
        return open;
    }

    private static void add(Path descriptor, List<String> open) throws IOException {
        try {
            open.add(Files.readSymbolicLink(descriptor).toString());
        } catch (NoSuchFileException e) {
            return; // closed meanwhile
        }
    }

    private static Set<String> localSockets() throws IOException {
        Set<String> inodes = new HashSet<>();
        for (String line : Files.readAllLines(LOCAL_SOCKETS, StandardCharsets.ISO_8859_1)) {
            inodes.add(SOCKET + line.trim().split(" +")[INODE] + "]");
        }
        return inodes;
    }
}
